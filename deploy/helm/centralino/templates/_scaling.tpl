{{/*
What a service hears, in which group, and in how many partitions. A group is called service.topic, by the topic's short
name; dead letters are read in a group without a service in front, by who is asked to, and that is no lag.
*/}}
{{- define "centralino.heard" -}}
{{- $access := get (.root.Files.Get "files/kafka-access.yaml" | fromYaml) .name }}
{{- $topics := .root.Files.Get "files/kafka-topics.yaml" | fromYamlArray }}
{{- $prefix := printf "%s." .name }}
{{- range $group := $access.groups }}
{{- range $topic := $topics }}
{{- if and (hasPrefix $prefix $group) (regexMatch (printf "^centralino\\.%s\\.v[0-9]+$" (trimPrefix $prefix $group)) $topic.name) }}
- {group: {{ $group }}, topic: {{ $topic.name }}, partitions: {{ int $topic.partitions }}}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The services whose replicas KEDA counts, each with what it hears. The gateway hears in no group: it has an autoscaler. While
services catch up there is nobody to be counted. */}}
{{- define "centralino.scaledByLag" -}}
{{- range $name, $_ := include "centralino.services" . | fromYaml }}
{{- $heard := include "centralino.heard" (dict "root" $ "name" $name) | fromYamlArray }}
{{- if and $heard (get $.Values.services $name).autoscaling.enabled (not $.Values.restore.since) }}
{{ $name }}: {{ toJson $heard }}
{{- end }}
{{- end }}
{{- end }}

{{/* Where KEDA reaches Kafka. It is in another namespace, where a Service needs ours behind its name. */}}
{{- define "centralino.scaling.bootstrap" -}}
{{- if .Values.kafka.strimzi.enabled -}}
{{ include "centralino.fullname" . }}-kafka-bootstrap.{{ .Release.Namespace }}.svc:{{ include "centralino.kafka.port" . }}
{{- else -}}
{{ .Values.kafka.bootstrap }}
{{- end }}
{{- end }}

{{/* What KEDA signs in to Kafka with, as the service whose lag it asks for: which parameter stands in which Secret. */}}
{{- define "centralino.scaling.secrets" -}}
{{- $kafka := include "centralino.kafka" .root | fromYaml }}
{{- if .root.Values.kafka.strimzi.enabled }}
- {parameter: password, name: {{ include "centralino.kafka.secretPrefix" .root }}{{ .name }}, key: password}
{{- else if hasPrefix "SASL_" $kafka.securityProtocol }}
{{- $secret := .values.autoscaling.kafkaSecret }}
{{- $name := $secret.name | default .values.existingSecret }}
- {parameter: username, name: {{ $name | quote }}, key: {{ $secret.usernameKey | quote }}}
- {parameter: password, name: {{ $name | quote }}, key: {{ $secret.passwordKey | quote }}}
{{- end }}
{{- if and $kafka.caSecret (hasSuffix "SSL" $kafka.securityProtocol) }}
- {parameter: ca, name: {{ $kafka.caSecret | quote }}, key: ca.crt}
{{- end }}
{{- end }}
