// What textual.js leaves to the page: the keyboard goes to the app at once, and the end has a reason.
"use strict";

const GONE = "storybank serve does not run any more. Start it again and open its new link.";
const STRANGER = "storybank serve was started anew. Open the link that it printed.";

/** Why the tab was closed, or that the server is gone too. */
async function reason() {
  try {
    const answer = await fetch("/ended");
    return answer.ok ? { words: await answer.text(), runs: true } : { words: STRANGER, runs: false };
  } catch {
    return { words: GONE, runs: false };
  }
}

async function showEnd() {
  document.getElementById("why").textContent = (await reason()).words || "The connection was lost.";
  document.getElementById("again").focus();
}

async function goOn() {
  const { words, runs } = await reason();
  if (runs) window.location.reload();
  else document.getElementById("why").textContent = words;
}

/** Act once when textual.js puts a class on the body. */
function once(name, act) {
  const observer = new MutationObserver(() => {
    if (!document.body.classList.contains(name)) return;
    observer.disconnect();
    act();
  });
  observer.observe(document.body, { attributeFilter: ["class"] });
}

document.addEventListener("DOMContentLoaded", () => {
  once("-first-byte", () => document.querySelector(".xterm-helper-textarea").focus());
  once("-closed", showEnd);
  document.getElementById("again").addEventListener("click", goOn);
});
