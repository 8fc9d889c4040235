"""Currencies, as data: ISO 4217 codes by sign, by code and by word."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from storybank.metrics.lexicon import word_set

SIGNS: Mapping[str, str] = MappingProxyType(
    {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS"}
    | {"₦": "NGN", "₫": "VND", "₴": "UAH", "฿": "THB", "₱": "PHP", "₡": "CRC"}
)
"""A bare '$' is read as US dollars."""

DOLLARS: Mapping[str, str] = MappingProxyType(
    {
        "us": "USD",
        "usd": "USD",
        "a": "AUD",
        "au": "AUD",
        "c": "CAD",
        "ca": "CAD",
        "nz": "NZD",
        "nt": "TWD",
        "mx": "MXN",
        "hk": "HKD",
        "s": "SGD",
        "r": "BRL",
    }
)
"""Letters glued before '$'."""

CODES = word_set(
    """
    USD EUR GBP JPY INR CHF CAD AUD NZD SGD HKD CNY RMB SEK NOK DKK PLN CZK HUF BRL MXN ZAR KRW ILS TRY AED SAR
    RUB UAH THB IDR MYR PHP VND NGN KES EGP RON BDT PKR TWD LKR GHS UGX COP CLP ARS QAR KWD Rs
    """
)
"""As written, before or behind the number."""
BEFORE = word_set("kr Kč RM Rp Ksh KSh zł")
BEHIND = word_set("kr Kč zł")
"""Short names, which stand before or behind the number."""
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "Rs": "INR",
        "rs": "INR",
        "RS": "INR",
        "RMB": "CNY",
        "R": "ZAR",
        "kr": "SEK",
        "Kč": "CZK",
        "RM": "MYR",
        "Rp": "IDR",
        "Ksh": "KES",
        "KSh": "KES",
        "zł": "PLN",
    }
)
"""What is written -> ISO 4217, where it is not the code itself; 'kr' is read as the Swedish one."""

WORDS: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        "dollar": ("USD", 1.0),
        "dollars": ("USD", 1.0),
        "bucks": ("USD", 1.0),
        "grand": ("USD", 1000.0),
        "cents": ("USD", 0.01),
        "cent": ("USD", 0.01),
        "euro": ("EUR", 1.0),
        "euros": ("EUR", 1.0),
        "pound": ("GBP", 1.0),
        "pounds": ("GBP", 1.0),
        "quid": ("GBP", 1.0),
        "pence": ("GBP", 0.01),
        "franc": ("CHF", 1.0),
        "francs": ("CHF", 1.0),
        "yen": ("JPY", 1.0),
        "yuan": ("CNY", 1.0),
        "rupees": ("INR", 1.0),
        "kronor": ("SEK", 1.0),
        "kroner": ("DKK", 1.0),
        "zloty": ("PLN", 1.0),
        "złoty": ("PLN", 1.0),
        "pesos": ("MXN", 1.0),
        "reais": ("BRL", 1.0),
        "rand": ("ZAR", 1.0),
        "shekels": ("ILS", 1.0),
    }
)
"""Word behind the number -> code and factor."""

POINTED = word_set("EUR BRL TRY IDR DKK RON")
"""Where a point groups thousands: '€640.000'."""

NOUNS = word_set("revenue savings budget profit arr mrr gmv turnover losses funding income capex opex")
"""'200k revenue' is money of no named currency."""

SPENDING = word_set(
    """
    quoted cost costs costing paid pay paying budget worth saved saving price priced invoice salary bonus
    """
)
"""'quoted 30k' is money of no named currency."""
