{{/* What is true of a service in its code: where it listens, and whether it has a database. */}}
{{- define "centralino.services" -}}
gateway: {port: 8080, management: 9080, database: false}
conversation: {port: 8081, management: 9081, database: true}
assignment: {port: 8082, management: 9082, database: true}
notes: {port: 8083, management: 9083, database: true}
outbound: {port: 8084, management: 9084, database: true}
{{- end }}

{{- define "centralino.fullname" -}}
{{- $full := printf "%s-%s" .Release.Name .Chart.Name }}
{{- if contains .Chart.Name .Release.Name }}{{ $full = .Release.Name }}{{ end }}
{{- $full | trunc 40 | trimSuffix "-" }}
{{- end }}

{{- define "centralino.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "centralino.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: centralino
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/*
Of what an operator runs. It may hand labels down to its pods, as Strimzi does save those of app.kubernetes.io. So the chart's
version is not among them: with each new chart all brokers would be restarted.
*/}}
{{- define "centralino.lastingLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* What customers said must outlive a command that was meant for something else. */}}
{{- define "centralino.kept" -}}
helm.sh/resource-policy: keep
{{- end }}

{{- define "centralino.image" -}}
{{- $image := .values.image }}
{{- $name := printf "%s/%s" (trimSuffix "/" .root.Values.image.registry) $image.repository }}
{{- if $image.digest }}{{ printf "%s@%s" $name $image.digest }}
{{- else }}{{ printf "%s:%s" $name (.root.Values.image.tag | default .root.Chart.AppVersion) }}{{ end }}
{{- end }}
