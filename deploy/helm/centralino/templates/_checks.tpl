{{/* Refuses, all at once and in sentences, what would start and then not work, or be open. */}}
{{- define "centralino.checks" -}}
{{- $refused := list }}
{{- $values := .Values }}
{{- if not $values.image.registry }}
{{- $refused = append $refused "image.registry is missing: say where the images are, or the cluster would look for them on a public registry." }}
{{- end }}
{{- $keycloak := $values.keycloak }}
{{- if $keycloak.operator.enabled }}
{{- if $keycloak.url }}
{{- $refused = append $refused "keycloak.url is set although keycloak.operator.enabled is true: it would be that of another Keycloak." }}
{{- end }}
{{- if not $keycloak.publicUrl }}
{{- $refused = append $refused "keycloak.publicUrl is missing: say where browsers reach Keycloak." }}
{{- end }}
{{- if not $keycloak.operator.databaseSecret }}
{{- $refused = append $refused "keycloak.operator.databaseSecret is missing: name a Secret of the type kubernetes.io/basic-auth with username: keycloak and a password." }}
{{- end }}
{{- else if not $keycloak.url }}
{{- $refused = append $refused "keycloak.url is missing: say where the services reach Keycloak." }}
{{- end }}
{{- if and (or $keycloak.operator.enabled $keycloak.realm.enabled) (not $keycloak.image) }}
{{- $refused = append $refused "keycloak.image is missing: name an image of Keycloak with our sign-in page." }}
{{- end }}
{{- if $keycloak.realm.enabled }}
{{- if not $keycloak.realm.adminSecret }}
{{- $refused = append $refused "keycloak.realm.adminSecret is missing: name a Secret with the keys client-id, client-secret." }}
{{- end }}
{{- if not (include "centralino.webOrigin" .) }}
{{- $refused = append $refused "keycloak.realm.webOrigin is missing: say where browsers find the page, such as https://inbox.example.com." }}
{{- end }}
{{- end }}
{{- $strimzi := $values.kafka.strimzi }}
{{- $scaled := include "centralino.scaledByLag" . | fromYaml }}
{{- if $strimzi.enabled }}
{{- range $name, $usual := dict "bootstrap" "" "securityProtocol" "PLAINTEXT" "saslMechanism" "" "tokenUrl" "" "caSecret" "" }}
{{- if ne (get $values.kafka $name) $usual }}
{{- $refused = append $refused (printf "kafka.%s is set although kafka.strimzi.enabled is true: it would be that of another Kafka." $name) }}
{{- end }}
{{- end }}
{{- if gt (int $strimzi.replicationFactor) (int $strimzi.brokers.replicas) }}
{{- $refused = append $refused (printf "kafka.strimzi.replicationFactor is %d, and there are %d brokers: no topic could be made." (int $strimzi.replicationFactor) (int $strimzi.brokers.replicas)) }}
{{- end }}
{{- if and (ge (int $strimzi.minInsyncReplicas) (int $strimzi.replicationFactor)) (gt (int $strimzi.minInsyncReplicas) 1) }}
{{- $refused = append $refused (printf "kafka.strimzi.minInsyncReplicas is %d, and kafka.strimzi.replicationFactor %d: nobody could write while a broker restarts." (int $strimzi.minInsyncReplicas) (int $strimzi.replicationFactor)) }}
{{- end }}
{{- else if not $values.kafka.bootstrap }}
{{- $refused = append $refused "kafka.bootstrap is missing: say where the services reach Kafka." }}
{{- end }}
{{- if and (hasPrefix "SASL_" $values.kafka.securityProtocol) (not $values.kafka.saslMechanism) }}
{{- $refused = append $refused (printf "kafka.saslMechanism is missing: kafka.securityProtocol is %s." $values.kafka.securityProtocol) }}
{{- end }}
{{- if and (eq $values.kafka.saslMechanism "OAUTHBEARER") (not $values.kafka.tokenUrl) }}
{{- $refused = append $refused "kafka.tokenUrl is missing: say where the services get their tokens for Kafka." }}
{{- end }}
{{- $cluster := $values.postgresql.cluster }}
{{- if $cluster.enabled }}
{{- range $name, $usual := dict "host" "" "port" 5432 }}
{{- if ne (get $values.postgresql $name | toString) ($usual | toString) }}
{{- $refused = append $refused (printf "postgresql.%s is set although postgresql.cluster.enabled is true: it would be that of another server." $name) }}
{{- end }}
{{- end }}
{{- range $name, $database := omit (include "centralino.postgresql.databases" . | fromYaml) "keycloak" }}
{{- if not $database.secret }}
{{- $refused = append $refused (printf "services.%s.databaseSecret is missing: name a Secret of the type kubernetes.io/basic-auth with username: %s and a password." $name $name) }}
{{- end }}
{{- end }}
{{- if hasKey $cluster.parameters "max_connections" }}
{{- $refused = append $refused "postgresql.cluster.parameters has max_connections, which the chart sets from postgresql.maxConnections." }}
{{- end }}
{{- if ge (int $cluster.synchronousReplicas) (int $cluster.instances) }}
{{- $refused = append $refused (printf "postgresql.cluster.synchronousReplicas is %d, and postgresql.cluster.instances %d: nobody could write." (int $cluster.synchronousReplicas) (int $cluster.instances)) }}
{{- end }}
{{- if and $cluster.backup.enabled (not $cluster.backup.objectStore) }}
{{- $refused = append $refused "postgresql.cluster.backup.objectStore is missing: name the ObjectStore that says where backups go." }}
{{- end }}
{{- else if not $values.postgresql.host }}
{{- $refused = append $refused "postgresql.host is missing: say where the services reach PostgreSQL." }}
{{- end }}
{{- range $name, $facts := include "centralino.services" . | fromYaml }}
{{- $service := get $values.services $name }}
{{- $about := dict "root" $ "name" $name "facts" $facts "values" $service }}
{{- $secrets := include "centralino.secrets" $about | fromYaml }}
{{- if not $service.existingSecret }}
{{- $keys := values $secrets }}
{{- if $service.databaseSecret }}{{ $keys = without $keys "password" }}{{ end }}
{{- if hasKey $scaled $name }}
{{- range include "centralino.scaling.secrets" $about | fromYamlArray }}
{{- if not .name }}{{ $keys = append $keys .key }}{{ end }}
{{- end }}
{{- end }}
{{- if $keys }}
{{- $refused = append $refused (printf "services.%s.existingSecret is missing: name a Secret with the keys %s." $name (join ", " (sortAlpha $keys))) }}
{{- end }}
{{- end }}
{{- $scaling := $service.autoscaling }}
{{- if and $scaling.enabled (gt (int $scaling.minReplicas) (int $scaling.maxReplicas)) }}
{{- $refused = append $refused (printf "services.%s.autoscaling.minReplicas is %d, and services.%s.autoscaling.maxReplicas %d: the least is more than the most." $name (int $scaling.minReplicas) $name (int $scaling.maxReplicas)) }}
{{- end }}
{{- range get $scaled $name | default list }}
{{- if gt (int $scaling.maxReplicas) (int .partitions) }}
{{- $refused = append $refused (printf "services.%s.autoscaling.maxReplicas is %d, and %s has %d partitions: some replicas would hear nothing of it." $name (int $scaling.maxReplicas) .topic (int .partitions)) }}
{{- end }}
{{- end }}
{{- if and (hasKey $scaled $name) (eq $values.kafka.saslMechanism "OAUTHBEARER") }}
{{- $refused = append $refused (printf "services.%s.autoscaling.enabled is true, and kafka.saslMechanism OAUTHBEARER: the chart has only a password for KEDA. Set services.%s.replicas." $name $name) }}
{{- end }}
{{- if and $strimzi.enabled (hasKey $scaled $name) $scaling.kafkaSecret.name }}
{{- $refused = append $refused (printf "services.%s.autoscaling.kafkaSecret.name is set although kafka.strimzi.enabled is true: it would be that of another Kafka." $name) }}
{{- end }}
{{- $ours := merge (include "centralino.settings" $about | fromYaml) $secrets (dict "CENTRALINO_CATCH_UP_SINCE" "") }}
{{- range $variable, $_ := $service.env }}
{{- if hasKey $ours $variable }}
{{- $refused = append $refused (printf "services.%s.env sets %s, which the chart sets from its other values." $name $variable) }}
{{- else if regexMatch "PASSWORD|SECRET|TOKEN|JAAS" $variable }}
{{- $refused = append $refused (printf "services.%s.env sets %s, which looks like a secret: secrets come from Secrets only." $name $variable) }}
{{- end }}
{{- end }}
{{- end }}
{{- $needed := include "centralino.connections" . | int }}
{{- $left := sub (int $values.postgresql.maxConnections) (int $values.postgresql.reservedConnections) | int }}
{{- if not $values.postgresql.maxConnections }}
{{- $refused = append $refused (printf "postgresql.maxConnections is missing: say what max_connections of the server is; the services may need %d of them." $needed) }}
{{- else if gt $needed $left }}
{{- $refused = append $refused (printf "The services%s may open %d connections to PostgreSQL during an update, and postgresql.maxConnections less postgresql.reservedConnections leaves %d: raise max_connections of the server, or lower replicas, autoscaling.maxReplicas or databaseConnections." (ternary " and Keycloak" "" $keycloak.operator.enabled) $needed $left) }}
{{- end }}
{{- $grace := add $values.pod.shutdownDelaySeconds 35 | int }}
{{- if lt (int $values.pod.terminationGracePeriodSeconds) $grace }}
{{- $refused = append $refused (printf "pod.terminationGracePeriodSeconds is %d: a pod that goes on for %d seconds may need %d until it has ended what it does." (int $values.pod.terminationGracePeriodSeconds) (int $values.pod.shutdownDelaySeconds) $grace) }}
{{- end }}
{{- if $values.ingress.enabled }}
{{- if not (and $values.ingress.page.host $values.ingress.webhook.host) }}
{{- $refused = append $refused "ingress.page.host and ingress.webhook.host are needed when ingress.enabled is true; they may be the same." }}
{{- end }}
{{- end }}
{{- $mutualTls := $values.ingress.webhook.mutualTls }}
{{- if $mutualTls.enabled }}
{{- if not $values.ingress.enabled }}
{{- $refused = append $refused "ingress.webhook.mutualTls.enabled is true although ingress.enabled is false: nobody would ask for a certificate." }}
{{- end }}
{{- if not $mutualTls.caSecret }}
{{- $refused = append $refused "ingress.webhook.mutualTls.caSecret is missing: name a Secret whose ca.crt is the authority of the platform's certificate." }}
{{- end }}
{{- if not $values.ingress.webhook.tlsSecret }}
{{- $refused = append $refused "ingress.webhook.tlsSecret is missing although ingress.webhook.mutualTls.enabled is true: a certificate is asked for over TLS only." }}
{{- end }}
{{- if eq $values.ingress.webhook.host $values.ingress.page.host }}
{{- $refused = append $refused "ingress.webhook.host is that of the page although ingress.webhook.mutualTls.enabled is true: browsers, which have no certificate, would be refused. Give webhooks a host name of their own." }}
{{- end }}
{{- range $annotation, $_ := include "centralino.webhook.annotations" . | fromYaml }}
{{- if hasKey $values.ingress.webhook.annotations $annotation }}
{{- $refused = append $refused (printf "ingress.webhook.annotations has %s, which the chart sets from ingress.webhook.mutualTls." $annotation) }}
{{- end }}
{{- end }}
{{- end }}
{{- if $values.gatewayApi.webhook.mutualTls.enabled }}
{{- if not $values.gatewayApi.enabled }}
{{- $refused = append $refused "gatewayApi.webhook.mutualTls.enabled is true although gatewayApi.enabled is false: nobody would ask for a certificate." }}
{{- end }}
{{- range $host := $values.gatewayApi.webhook.hostnames }}
{{- if hasPrefix "*" $host }}
{{- $refused = append $refused (printf "gatewayApi.webhook.hostnames has %s although gatewayApi.webhook.mutualTls.enabled is true: say at which host names the platform's certificate is asked for." $host) }}
{{- end }}
{{- if has $host $values.gatewayApi.page.hostnames }}
{{- $refused = append $refused (printf "gatewayApi.page.hostnames has %s, too, although gatewayApi.webhook.mutualTls.enabled is true: browsers have no certificate. Give webhooks a host name of their own." $host) }}
{{- end }}
{{- end }}
{{- range $parent := $values.gatewayApi.webhook.parentRefs }}
{{- if not $parent.sectionName }}
{{- $refused = append $refused (printf "gatewayApi.webhook.parentRefs names %s without sectionName although gatewayApi.webhook.mutualTls.enabled is true: webhooks would come in at listeners that ask for no certificate, too." $parent.name) }}
{{- else if has $parent $values.gatewayApi.page.parentRefs }}
{{- $refused = append $refused (printf "gatewayApi.page.parentRefs has the listener %s of %s, too, although gatewayApi.webhook.mutualTls.enabled is true: browsers have no certificate. Give webhooks a listener of their own." $parent.sectionName $parent.name) }}
{{- end }}
{{- end }}
{{- end }}
{{- if $values.gatewayApi.enabled }}
{{- range $way := list "page" "webhook" }}
{{- $route := get $values.gatewayApi $way }}
{{- if not $route.hostnames }}
{{- $refused = append $refused (printf "gatewayApi.%s.hostnames is empty although gatewayApi.enabled is true: the route would take every host that comes to its Gateway." $way) }}
{{- end }}
{{- if not $route.parentRefs }}
{{- $refused = append $refused (printf "gatewayApi.%s.parentRefs is empty although gatewayApi.enabled is true: say to which Gateway the route belongs." $way) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $values.ingress.enabled $values.gatewayApi.enabled }}
{{- $refused = append $refused "ingress.enabled and gatewayApi.enabled are both true: there would be two ways in, and what holds at one would not hold at the other. Choose one." }}
{{- end }}
{{- $ways := list }}
{{- if $values.ingress.enabled }}{{ $ways = append $ways "ingress" }}{{ end }}
{{- if $values.gatewayApi.enabled }}{{ $ways = append $ways "gatewayApi" }}{{ end }}
{{- if not $values.services.gateway.trustedProxies }}
{{- range $way := $ways }}
{{- $refused = append $refused (printf "services.gateway.trustedProxies is empty although %s.enabled is true: all the world would share the limits of one address." $way) }}
{{- end }}
{{- end }}
{{- if $values.networkPolicy.enabled }}
{{- $peers := list "dns" "kafka" "keycloak" "postgresql" "objects" }}
{{- if $ways }}{{ $peers = append $peers "ingress" }}{{ end }}
{{- if $values.serviceMonitor.enabled }}{{ $peers = append $peers "monitoring" }}{{ end }}
{{- if and $strimzi.enabled $scaled }}{{ $peers = append $peers "keda" }}{{ end }}
{{- if $cluster.enabled }}{{ $peers = append $peers "cnpg" }}{{ end }}
{{- if $values.traces.url }}{{ $peers = append $peers "collector" }}{{ end }}
{{- range $end := $peers }}
{{- if not (include "centralino.place" (dict "root" $ "end" $end) | fromYaml).peers }}
{{- $refused = append $refused (printf "networkPolicy.%s.peers is empty: say who that is, or switch networkPolicy.enabled off." $end) }}
{{- end }}
{{- end }}
{{- range $end := list "kafka" "keycloak" }}
{{- if not (include "centralino.place" (dict "root" $ "end" $end) | fromYaml).ports }}
{{- $refused = append $refused (printf "networkPolicy.%s.ports is empty: say where it listens." $end) }}
{{- end }}
{{- end }}
{{- range $end, $where := omit $values.networkPolicy "enabled" "ingress" }}
{{- range $peer := $where.peers }}
{{- if hasSuffix "/0" (dig "ipBlock" "cidr" "" $peer) }}
{{- $refused = append $refused (printf "networkPolicy.%s.peers has %s, which is everywhere: only the outbound service may reach the internet." $end $peer.ipBlock.cidr) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if $refused }}{{ fail (join "\n" $refused) }}{{ end }}
{{- end }}
