{{/* How PostgreSQL is reached: as the values say, or, when CloudNativePG runs it, as that names things. */}}
{{- define "centralino.postgresql" -}}
{{- if .Values.postgresql.cluster.enabled -}}
host: {{ include "centralino.postgresql.cluster" . }}-rw
port: 5432
{{- else -}}
{{ pick .Values.postgresql "host" "port" | toYaml }}
{{- end }}
{{- end }}

{{- define "centralino.postgresql.cluster" -}}
{{ include "centralino.fullname" . }}-db
{{- end }}

{{/* Who backs the cluster up, as CloudNativePG's own plugin for object stores is called. */}}
{{- define "centralino.postgresql.backupPlugin" -}}
barman-cloud.cloudnative-pg.io
{{- end }}

{{/* The databases, each with the role that owns it and is called as it is. */}}
{{- define "centralino.postgresql.databases" -}}
{{- range $name, $facts := include "centralino.services" . | fromYaml }}
{{- if $facts.database }}
{{ $name }}:
  secret: {{ (get $.Values.services $name).databaseSecret | quote }}
  connections: {{ include "centralino.connectionsOf" (dict "values" (get $.Values.services $name)) }}
{{- end }}
{{- end }}
{{- with .Values.keycloak.operator }}
{{- if .enabled }}
keycloak:
  secret: {{ .databaseSecret | quote }}
  # Its pods are replaced one after the other, so there is never one more.
  connections: {{ mul .instances .databaseConnections }}
{{- end }}
{{- end }}
{{- end }}

{{/*
How many connections a service may have open at once: each replica its pool, one to relay the outbox and one to hear of
other replicas' work; an update has one replica more, and its migration takes up to four. Of a scaled service there may
be as many as its most at any time.
*/}}
{{- define "centralino.connectionsOf" -}}
{{- $replicas := ternary .values.autoscaling.maxReplicas .values.replicas .values.autoscaling.enabled -}}
{{ add (mul (add1 $replicas) (add .values.databaseConnections 2)) 4 }}
{{- end }}

{{- define "centralino.connections" -}}
{{- $sum := 0 }}
{{- range include "centralino.postgresql.databases" . | fromYaml }}
{{- $sum = add $sum .connections }}
{{- end }}
{{- $sum }}
{{- end }}
