{{/* The environment of a service that is no secret. */}}
{{- define "centralino.settings" -}}
{{- $full := include "centralino.fullname" .root }}
{{- $services := include "centralino.services" .root | fromYaml }}
{{- $kafka := include "centralino.kafka" .root | fromYaml }}
{{- $tokenUrl := ternary $kafka.tokenUrl "" (eq $kafka.saslMechanism "OAUTHBEARER") }}
JAVA_TOOL_OPTIONS: {{ printf "-Xmx%dm%s" (int .values.heapMiB) (empty $tokenUrl | ternary "" (printf " -Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=%s" $tokenUrl)) }}
CENTRALINO_LOG_FORMAT: json
{{- with .root.Values.traces.url }}
CENTRALINO_TRACES_TO: otlp
CENTRALINO_TRACES_URL: {{ . | quote }}
CENTRALINO_TRACES_SAMPLED: {{ $.root.Values.traces.sampled | quote }}
{{- end }}
CENTRALINO_SHUTDOWN_DELAY: {{ printf "%ds" (int .root.Values.pod.shutdownDelaySeconds) }}
CENTRALINO_KAFKA_BOOTSTRAP: {{ $kafka.bootstrap | quote }}
CENTRALINO_KEYCLOAK_URL: {{ include "centralino.keycloak.url" .root | quote }}
KAFKA_SECURITY_PROTOCOL: {{ $kafka.securityProtocol }}
{{- with $kafka.saslMechanism }}
KAFKA_SASL_MECHANISM: {{ . }}
{{- end }}
{{- with $tokenUrl }}
KAFKA_SASL_LOGIN_CALLBACK_HANDLER_CLASS: org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler
KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL: {{ . | quote }}
{{- end }}
{{- if $kafka.caSecret }}
KAFKA_SSL_TRUSTSTORE_TYPE: PEM
KAFKA_SSL_TRUSTSTORE_LOCATION: /etc/centralino/kafka/ca.crt
{{- end }}
{{- if .facts.database }}
{{ include "centralino.database" . }}
QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE: {{ .values.databaseConnections | int | quote }}
{{- if .root.Values.migrations.job.enabled }}
QUARKUS_FLYWAY_MIGRATE_AT_START: "false"
QUARKUS_FLYWAY_VALIDATE_AT_START: "true"
{{- end }}
{{- end }}
{{- if has .name (list "conversation" "outbound") }}
{{- with .root.Values.media.address }}
CENTRALINO_MEDIA_ADDRESS: {{ . | quote }}
{{- end }}
CENTRALINO_MEDIA_REGION: {{ .root.Values.media.region | quote }}
CENTRALINO_MEDIA_BUCKET: {{ .root.Values.media.bucket | quote }}
{{- end }}
{{- if has .name (list "gateway" "outbound") }}
{{- range $index, $number := .root.Values.whatsapp.numbers }}
CENTRALINO_WHATSAPP_NUMBERS_{{ $index }}__PHONE_NUMBER_ID: {{ $number.phoneNumberId | quote }}
CENTRALINO_WHATSAPP_NUMBERS_{{ $index }}__NUMBER: {{ $number.number | quote }}
CENTRALINO_WHATSAPP_NUMBERS_{{ $index }}__NAME: {{ $number.name | quote }}
{{- if and $number.accountId (eq $.name "outbound") }}
CENTRALINO_WHATSAPP_NUMBERS_{{ $index }}__ACCOUNT_ID: {{ $number.accountId | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- if eq .name "gateway" }}
{{- range $other := list "conversation" "assignment" "notes" "outbound" }}
CENTRALINO_{{ upper $other }}_URL: {{ printf "http://%s-%s:%d" $full $other (int (get (get $services $other) "port")) }}
{{- end }}
{{- with .root.Values.keycloak.publicUrl }}
CENTRALINO_GATEWAY_PUBLIC_KEYCLOAK_URL: {{ . | quote }}
{{- end }}
{{- with .values.trustedProxies }}
QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING: "true"
QUARKUS_HTTP_PROXY_TRUSTED_PROXIES: {{ join "," . | quote }}
{{- end }}
{{- with include "centralino.webhook.hosts" .root }}
CENTRALINO_GATEWAY_WEBHOOK_HOSTS: {{ . | quote }}
{{- end }}
{{- if .values.assetsClaim }}
CENTRALINO_GATEWAY_ASSETS_FOLDER: /var/lib/centralino/assets
{{- end }}
{{- end }}
{{- end }}

{{/* Where a service finds its database. */}}
{{- define "centralino.database" -}}
{{- $postgresql := include "centralino.postgresql" .root | fromYaml -}}
CENTRALINO_DATABASE_HOST: {{ $postgresql.host | quote }}
CENTRALINO_POSTGRES_PORT: {{ $postgresql.port | int | quote }}
{{- end }}

{{/* Variables that are secret, and under which key they stand in the Secret of the service. */}}
{{- define "centralino.secrets" -}}
{{- if .facts.database }}
CENTRALINO_DATABASE_PASSWORD: {{ ternary "password" "database-password" (ne .values.databaseSecret "") }}
{{- end }}
{{- if and (hasPrefix "SASL_" .root.Values.kafka.securityProtocol) (not .root.Values.kafka.strimzi.enabled) }}
KAFKA_SASL_JAAS_CONFIG: kafka-jaas-config
{{- end }}
{{- if and (has .name (list "conversation" "outbound")) .root.Values.media.keys }}
CENTRALINO_MEDIA_ACCESS_KEY: media-access-key
CENTRALINO_MEDIA_SECRET_KEY: media-secret-key
{{- end }}
{{- if eq .name "conversation" }}
CENTRALINO_CONVERSATION_MEDIA_TICKET_SECRET: media-ticket-secret
{{- end }}
{{- if eq .name "gateway" }}
CENTRALINO_WHATSAPP_APP_SECRETS: app-secrets
CENTRALINO_WHATSAPP_VERIFY_TOKEN: verify-token
CENTRALINO_WHATSAPP_KEY_SECRET: key-secret
{{- else if eq .name "assignment" }}
CENTRALINO_ASSIGNMENT_CLIENT_SECRET: client-secret
{{- else if eq .name "outbound" }}
CENTRALINO_WHATSAPP_ACCESS_TOKEN: access-token
{{- if .root.Values.whatsapp.tokenKeys }}
CENTRALINO_OUTBOUND_TOKENS_KEYS: token-keys
{{- end }}
{{- end }}
{{- end }}

{{/* The password of a database may have a Secret of its own, which is read by who makes the database, too. */}}
{{- define "centralino.secret" -}}
secretKeyRef:
  name: {{ and (eq .variable "CENTRALINO_DATABASE_PASSWORD") .values.databaseSecret | default .values.existingSecret | quote }}
  key: {{ .key }}
{{- end }}

{{/* What stands in `more` wins over what the service is set to otherwise. */}}
{{- define "centralino.env" -}}
{{- range $variable, $value := merge (dict) (.more | default dict) (include "centralino.settings" . | fromYaml) .values.env }}
- name: {{ $variable }}
  value: {{ $value | quote }}
{{- end }}
{{- range $variable, $key := include "centralino.secrets" . | fromYaml }}
- name: {{ $variable }}
  valueFrom: {{- include "centralino.secret" (dict "values" $.values "variable" $variable "key" $key) | nindent 4 }}
{{- end }}
{{- if .root.Values.kafka.strimzi.enabled }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ include "centralino.kafka.secretPrefix" .root }}{{ .name }}
      key: sasl.jaas.config
{{- end }}
{{- end }}
