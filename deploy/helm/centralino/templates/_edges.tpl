{{/* Who may reach whom. What is not here is closed. From ingress comes whoever lets the internet in, by Ingresses or by a Gateway. */}}
{{- define "centralino.edges" -}}
- {from: ingress, to: gateway}
- {from: gateway, to: conversation}
- {from: gateway, to: assignment}
- {from: gateway, to: notes}
- {from: gateway, to: outbound}
- {from: outbound, to: internet}
- {from: conversation, to: objects}
- {from: outbound, to: objects}
{{- range $name, $facts := include "centralino.services" . | fromYaml }}
- {from: monitoring, to: {{ $name }}}
- {from: {{ $name }}, to: dns}
- {from: {{ $name }}, to: kafka}
- {from: {{ $name }}, to: keycloak}
{{- if $.Values.traces.url }}
- {from: {{ $name }}, to: collector}
{{- end }}
{{- if $facts.database }}
- {from: {{ $name }}, to: postgresql}
{{- end }}
{{- end }}
{{- if .Values.keycloak.operator.enabled }}
- {from: ingress, to: keycloak}
- {from: keycloak, to: postgresql}
{{- end }}
{{- if .Values.keycloak.realm.enabled }}
- {from: realm, to: dns}
- {from: realm, to: keycloak}
{{- end }}
{{- if .Values.postgresql.cluster.enabled }}
- {from: cnpg, to: postgresql}
- {from: monitoring, to: postgresql}
- {from: postgresql, to: postgresql}
{{- end }}
{{- range $name, $_ := include "centralino.migrated" . | fromYaml }}
{{- range $end := list "dns" "postgresql" }}
- {from: {{ include "centralino.migration.component" (dict "name" $name) }}, to: {{ $end }}}
{{- end }}
{{- end }}
{{- range $name, $_ := include "centralino.catchingUp" . | fromYaml }}
{{- range $end := list "dns" "kafka" "keycloak" "postgresql" }}
- {from: {{ include "centralino.catchUp.component" (dict "name" $name) }}, to: {{ $end }}}
{{- end }}
{{- end }}
{{- end }}

{{/* Whose pods are ours: the services, and the Jobs. Each has a policy of its own. */}}
{{- define "centralino.components" -}}
{{- range $name, $_ := include "centralino.services" . | fromYaml }}
- {{ $name }}
{{- end }}
{{- range $name, $_ := include "centralino.migrated" . | fromYaml }}
- {{ include "centralino.migration.component" (dict "name" $name) }}
{{- end }}
{{- range $name, $_ := include "centralino.catchingUp" . | fromYaml }}
- {{ include "centralino.catchUp.component" (dict "name" $name) }}
{{- end }}
{{- if .Values.keycloak.realm.enabled }}
- realm
{{- end }}
{{- end }}

{{/* Who and where somebody is that is no service of ours. Whom an operator runs beside us is known. */}}
{{- define "centralino.place" -}}
{{- $place := get .root.Values.networkPolicy .end }}
{{- if and (eq .end "kafka") .root.Values.kafka.strimzi.enabled }}
{{- $labels := dict "strimzi.io/cluster" (include "centralino.fullname" .root) "strimzi.io/broker-role" "true" }}
peers: {{- $place.peers | default (list (dict "podSelector" (dict "matchLabels" $labels))) | toYaml | nindent 2 }}
ports: {{ $place.ports | default (list (include "centralino.kafka.port" .root | int)) | toJson }}
{{- else if and (eq .end "postgresql") .root.Values.postgresql.cluster.enabled }}
{{- $labels := dict "cnpg.io/cluster" (include "centralino.postgresql.cluster" .root) }}
peers: {{- $place.peers | default (list (dict "podSelector" (dict "matchLabels" $labels))) | toYaml | nindent 2 }}
{{- else if and (eq .end "keycloak") .root.Values.keycloak.operator.enabled }}
{{- $labels := include "centralino.keycloak.selector" .root | fromYaml }}
peers: {{- $place.peers | default (list (dict "podSelector" (dict "matchLabels" $labels))) | toYaml | nindent 2 }}
ports: {{ $place.ports | default (list (include "centralino.keycloak.port" .root | int)) | toJson }}
{{- else }}
{{ toYaml $place }}
{{- end }}
{{- end }}

{{- define "centralino.peers" -}}
{{- if has .end (include "centralino.components" .root | fromYamlArray) -}}
- podSelector:
    matchLabels: {{- include "centralino.selector" (dict "root" .root "name" .end) | nindent 6 }}
{{- else if eq .end "internet" -}}
- ipBlock:
    cidr: 0.0.0.0/0
    except: [10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16]
- ipBlock:
    cidr: "::/0"
    except: ["::1/128", "64:ff9b::/96", "fc00::/7", "fe80::/10"]
{{- else -}}
{{ toYaml (include "centralino.place" . | fromYaml).peers }}
{{- end }}
{{- end }}

{{- define "centralino.ports" -}}
{{- $services := include "centralino.services" .root | fromYaml }}
{{- if hasKey $services .edge.to -}}
- {protocol: TCP, port: {{ ternary "management" "http" (eq .edge.from "monitoring") }}}
{{- else if eq .edge.to "internet" -}}
- {protocol: TCP, port: 443}
{{- else if eq .edge.to "postgresql" -}}
{{- if eq .edge.from "monitoring" -}}
- {protocol: TCP, port: 9187}
{{- else -}}
- {protocol: TCP, port: {{ (include "centralino.postgresql" .root | fromYaml).port | int }}}
{{- if has .edge.from (list "cnpg" "postgresql") }}
# Where an instance says how it is.
- {protocol: TCP, port: 8000}
{{- end }}
{{- end }}
{{- else }}
{{- $end := .edge.to }}
{{- range $port := (include "centralino.place" (dict "root" .root "end" $end) | fromYaml).ports }}
- {protocol: TCP, port: {{ int $port }}}
{{- if eq $end "dns" }}
- {protocol: UDP, port: {{ int $port }}}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
