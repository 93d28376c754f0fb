{{/* How the services reach Kafka: as the values say, or, when Strimzi runs it, as Strimzi names things. */}}
{{- define "centralino.kafka" -}}
{{- if .Values.kafka.strimzi.enabled -}}
bootstrap: {{ include "centralino.fullname" . }}-kafka-bootstrap:{{ include "centralino.kafka.port" . }}
securityProtocol: SASL_SSL
saslMechanism: SCRAM-SHA-512
tokenUrl: ""
caSecret: {{ include "centralino.fullname" . }}-cluster-ca-cert
{{- else -}}
{{ omit .Values.kafka "strimzi" | toYaml }}
{{- end }}
{{- end }}

{{- define "centralino.kafka.port" -}}9093{{- end }}

{{/* Where Strimzi puts what a user signs in with. Without something of its own in front it would be a service's Secret. */}}
{{- define "centralino.kafka.secretPrefix" -}}
{{ include "centralino.fullname" . }}-kafka-
{{- end }}

{{- define "centralino.kafka.partLabels" -}}
{{ include "centralino.lastingLabels" . }}
strimzi.io/cluster: {{ include "centralino.fullname" . }}
{{- end }}
