"""Jargon overload: so many technical names or buzzwords that nobody outside can follow.

Source: the L6 guide's 'Red Flags to Avoid' (communication). Names of companies and everyday abbreviations do not count.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from storybank.rules.kinds import Reading
from storybank.rules.model import Hit, Severity, said
from storybank.rules.passage import Passage
from storybank.rules.vocabulary import word_set

_TOKEN = re.compile(r"[A-Za-z@][\w@+#.-]*[\w+#]|[A-Za-z]")
_COMMON = word_set(
    """
    I A OK US UK EU UN QA PM HR IT CEO CTO CFO COO VP PR KPI ROI SLA FAQ TV PC ID AM PDF AI Q1 Q2 Q3 Q4 L4 L5 L6
    L7 NPS CSV UX UI GDPR Excel Black Friday USA PHP B2B B2C PMs VPs API APIs URL iOS Android GitHub LinkedIn
    YouTube WhatsApp PowerPoint JavaScript TypeScript DAU MAU OKR OKRs KPIs SLAs 1:1 1:1s CSAT PIP CRM ERP FBI
    NASA MBA GPA PhD
    """
)
_TERMS = word_set(
    """
    kubernetes k8s docker terraform ansible helm kafka rabbitmq redis memcached elasticsearch opensearch
    cassandra mongodb postgres postgresql mysql dynamodb sqlite graphql grpc protobuf oauth jwt nginx istio
    envoy argocd gitops prometheus grafana opentelemetry jaeger datadog splunk spark flink airflow hadoop
    snowflake databricks bigquery redshift lambda ec2 eks ecs s3 rds sqs sns kinesis cloudfront cognito
    langchain chroma pytorch tensorflow pydantic fastapi django flask spring hibernate webpack react angular vue
    redux nextjs node.js nodejs quarkus jenkins gitlab idempotent idempotency sharding sharded shard shards
    mutex semaphore deadlock deadlocks throughput latency async asynchronous asynchronously middleware
    microservice microservices serverless autoscaling daemonset configmap kubelet pod pods sidecar ingress
    namespace tokenizer embeddings embedding transformer-based transformer vector-indexed tokenization
    backpropagation hyperparameter hyperparameters overfitting convolutional regularization lstm paxos raft
    quorum gossip merkle anti-entropy two-phase saga cqrs event-driven event-sourcing eventual-consistency
    schema-validated polymorphism dependency-injection singleton mutexes heap garbage-collection jvm bytecode
    imputation iqr one-hot stdin rebase rebasing rebased stash outlier outliers covariance encoder hashing
    dynatrace newrelic tomcat undertow weblogic jboss glassfish jdbc odbc jpa
    kubectl hpa otel sampler samplers daemonsets statefulset statefulsets pvc promql kusto loki fluxcd argo
    liveness readiness csi taint toleration dead-letter dlq exponential back-off offsets upsert upserts dbt lakehouse
    parquet avro iceberg watermarking lineage dag dags softmax logits epochs gradient gradients dropout bert
    quantization quantized lora reranker reranking faiss pinecone milvus cosine fpga verilog pcb uart firmware rtl
    oscilloscope impedance xss siem waf saml oidc pki ospf nat dhcp uikit swiftui viewmodel mvvm usememo zustand mobx
    vite tailwind junit mockito selenium cypress playwright pytest jest sonarqube lint linter liquibase flyway
    rabbit celery gunicorn wsgi jmeter locust cuda opencl simd vectorized fuzzing valgrind gdb strace tcpdump
    wireshark ebpf cilium consul etcd zookeeper vpc elb alb route53 cloudwatch cloudformation pulumi bicep
    azurerm keyvault synapse looker tableau powerbi dax mdx olap oltp star-schema normalization-form acid
    compiler opcode syscall kernel hypervisor tcp udp bgp vlan dns tls ssl mtls read-write generics type-safe
    protocol-oriented dbscan density-based autocorrelation arima mae rmse r-tree ingress loadbalancer clusterip
    vnet region-scoped crashlytics refactoring polymorphic subnet cidr iam rbac webhook webhooks websocket
    websockets orm ddl dml etl elt cdc partitioning partitioned replication denormalized memoization lru ttl cdn
    regex serialization deserialization serialized cron crons backoff exponential-backoff circuit-breaker
    blue-green canary observability telemetry multi-tenant multi-tenancy tenant cardinality time-series polyfill
    hydration ssr csr virtualized cordoning draining scheduler co-located blast-radius low-blast-radius endpoint
    endpoints payload payloads json yaml xml rag retrieval chunking chunks fine-tuned fine-tuning llm llm-driven
    prompt-engineering eval harness grounding nearest-neighbor approximate-nearest-neighbor ann knn xgboost pca
    svm symbolication profiler stacktrace thread-safe multithreaded coroutine coroutines goroutine goroutines
    lagrangian decomposition two-phase-commit datasource middleware
    quantised vectorised memoised memoized serialised tokenised containerised containerized dockerised dockerized
    parallelised parallelized autovacuum rebased hoisted pushdown speculative perplexity rollup rollups monorepo
    linting transpile transpiled bundler reducers thunk thunks useeffect cordoned bootstrapped stateless multicast
    mern mean-stack lodash resolvers resolver apollo hystrix eureka feign zuul kong traefik linkerd openapi swagger
    """
)
_SOFT = word_set(
    """
    node nodes cluster clusters batch gpu cpu memory queue queues pipeline pipelines schema schemas token tokens
    vector index indexed query queries thread threads cache caching cached api apis backend frontend server
    servers container containers architecture architectures module modules interface interfaces library
    repository codebase algorithm algorithms framework prompt prompts database databases config configuration
    validation validated parsing parser constraint constraints bounds transaction transactions distributed
    scaling horizontal vertical isolation modeling alerting fault-tolerance fault tolerance pool storage compute
    workload workloads provisioning compliance integration integrated protocol protocols consensus validation
    tests unit handler handlers listener wrapper abstraction refactored dependency dependencies component
    components instance instances deployment runtime build repo branch merge cdk sdk cli gateway gateways cloud
    stateful stateless serial lock locks dictionaries widget lifecycle spatial clustering coefficient indexing
    relational routing credentials subnets principal raw stress layer layers event events stream streaming model
    models dataset datasets inference training metrics dashboards logs tracing traces similarity semantic gates
    policy-as-code drift policy contract contracts agent agents recursive rollback failover replica replicas
    commits branches categorical numerical median encode encoding normalize normalized normalise normalised
    retry retries concurrency concurrent azure probe probes sampling collector mount mounted driver
    replicas restart restarts reconcile reconciles manifest manifests lambda joins ingestion bronze silver checkpoint
    checkpoints classifier classifiers
    proxy proxies header headers socket sockets callback callbacks hook hooks hotfix
    synthetic fragmentation eviction saturation throttling
    """
)
"""Everyday words of engineers: half as heavy."""
_BUZZ = word_set(
    """
    synergy synergies synergistic synergize paradigm holistic holistically leverage leveraged leveraging
    ecosystem disruptive ideate ideation learnings best-of-breed best-in-class world-class cutting-edge
    bleeding-edge mission-critical game-changing game-changer scalable seamless robust value-add value-added
    thought-leadership empower empowered empowering operationalize operationalized actionable bandwidth
    low-hanging deep-dive verticals cross-pollinate digital-transformation transformation stakeholders alignment
    aligned end-to-end 360-degree agile omnichannel north-star data-driven turnkey evangelize evangelized
    granular robustly core-competencies strategic strategically optimize optimized proactive proactively utilize
    utilized facilitated orchestrated streamline streamlined
    """
)
_LEAST = 4
"""Different technical words, hard or everyday, that a passage must have."""
_WEIGHTS = ((4.0, 0.16), (6.0, 0.13))
"""Least weight of the technical words with their least share of all words; one pair must be reached."""
_UNHEARD = 0.25
"""What a technical name that is on no list weighs more: even engineers of another field do not know it."""
_LEAST_BUZZ, _SHARE_BUZZ = 5, 0.2
_EVIDENCE = 120
"""Characters of evidence."""

_ANY = _TERMS | _BUZZ
_ODD = re.compile(r"[A-Z]{2}|[a-z][A-Z]|[A-Za-z]\d|\w-\w+-\w|\w_\w|@\w|[a-z]\.[a-z]")
"""Spellings that only names of technical things have."""


_FILES = frozenset({"yaml", "yml", "json", "py", "js", "ts", "go", "xml", "sql"})


def _technical(token: str) -> bool:
    if token.islower() and token.isalpha():
        return token in _TERMS  # most words; the rest looks closer
    if token in _COMMON or token.startswith("@"):
        return token.startswith("@")
    return token.lower() in _TERMS or _spelt_like_a_name(token)


def _spelt_like_a_name(token: str) -> bool:
    letters = [c for c in token if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    acronym = len(letters) >= 2 and upper >= 2 and upper >= len(letters) - 1
    camel = token[:1].isalpha() and any(a.islower() and b.isupper() for a, b in pairwise(token))
    snake = "_" in token.strip("_")
    file = "." in token.strip(".") and token.rsplit(".", 1)[1].lower() in _FILES
    mixed = upper and any(c.isdigit() for c in token)
    compound = token.count("-") >= 2 and token.islower()
    return bool(acronym or snake or camel or file or mixed or compound)


def _judge(passage: Passage) -> Iterator[Hit]:
    if _ANY.isdisjoint(passage.vocabulary) and not _ODD.search(passage.speech):
        return
    found = list(_TOKEN.finditer(passage.speech))
    named = [m for m in found if _technical(m[0])]
    low = [m[0].lower() for m in found]
    soft = [word for word in low if word in _SOFT]
    different = {m[0].lower() for m in named}.union(soft)
    unheard = sum(m[0].lower() not in _TERMS for m in named)
    score = len(named) + _UNHEARD * unheard + len(soft) / 2
    heavy = any(score >= least and score >= share * len(found) for least, share in _WEIGHTS)
    if heavy and named and len(different) >= _LEAST:
        yield _hit(passage, named)
        return
    buzz = [m for m, word in zip(found, low, strict=True) if word in _BUZZ]
    if len({m[0].lower() for m in buzz}) >= _LEAST_BUZZ and len(buzz) >= _SHARE_BUZZ * len(found):
        yield _hit(passage, buzz)


def _hit(passage: Passage, words: list[re.Match[str]]) -> Hit:
    evidence = ", ".join(dict.fromkeys(m[0] for m in words))[:_EVIDENCE]
    return Hit(passage, *words[0].span(), evidence=evidence)


RULE = Reading(
    id="jargon",
    name="Jargon overload",
    severity=Severity.WARNING,
    message="Too many technical names at once",
    why="The bar raiser may come from another field; what they cannot follow they cannot credit.",
    fix="Keep the one technical fact that the decision turned on, and say in plain words what it meant for people.",
    judge=_judge,
    least_words=8,
    fires=(
        said("I put Kafka behind an Envoy sidecar, tuned the JVM heap, sharded Redis and wired OpenTelemetry to it."),
        said(
            "Checked kubectl, patched the HPA, drained the pods and moved the always_on sampler to the OTel collector."
        ),
        said("I froze the LSMW loads, mapped BSEG to ACDOCA, checked CO-PA and rebuilt the IDoc for EDI and PI."),
        said("Built a RAG pipeline with LangChain, Chroma embeddings and a FastAPI endpoint on EKS with ArgoCD."),
    ),
    silent=(
        said("I put a cache in front of the database, because the same question was asked again and again."),
        said("Our API was slow for partners in the EU, so I asked the PM which calls mattered and cut the rest."),
        said("We used Redis for the frequent queries and reworked the indexes with the search team."),
    ),
)
