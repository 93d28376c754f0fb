{{/* The services whose tables a Job makes, before their new pods go on. */}}
{{- define "centralino.migrated" -}}
{{- if .Values.migrations.job.enabled }}
{{- range $name, $facts := include "centralino.services" . | fromYaml }}
{{- if $facts.database }}
{{ $name }}: {{ toJson $facts }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The pods of these Jobs are no service: nothing is sent to them, and no budget or scaler counts them. */}}
{{- define "centralino.migration.component" -}}
{{ .name }}-migration
{{- end }}

{{/*
What a service needs to reach its database. It ends when its tables are made, before it speaks to anybody else, so it is
told no secret but the database's; others it only asks for to be there.
*/}}
{{- define "centralino.migration.env" -}}
{{- $settings := dict
  "QUARKUS_INIT_AND_EXIT" "true"
  "JAVA_TOOL_OPTIONS" (printf "-Xmx%dm" (int .root.Values.migrations.job.heapMiB))
  "CENTRALINO_LOG_FORMAT" "json" }}
{{- range $variable, $value := merge $settings (include "centralino.database" . | fromYaml) .values.env }}
- name: {{ $variable }}
  value: {{ $value | quote }}
{{- end }}
{{- range $variable, $key := include "centralino.secrets" . | fromYaml }}
- name: {{ $variable }}
  {{- if eq $variable "CENTRALINO_DATABASE_PASSWORD" }}
  valueFrom: {{- include "centralino.secret" (dict "values" $.values "variable" $variable "key" $key) | nindent 4 }}
  {{- else }}
  value: unused
  {{- end }}
{{- end }}
{{- end }}

{{- define "centralino.migration.spec" -}}
{{- $job := .root.Values.migrations.job -}}
backoffLimit: {{ int $job.backoffLimit }}
ttlSecondsAfterFinished: {{ int $job.ttlSecondsAfterFinished }}
template:
  metadata:
    labels: {{- include "centralino.labels" .root | nindent 6 }}
      app.kubernetes.io/component: {{ include "centralino.migration.component" . }}
  spec:
    {{- include "centralino.pod" . | nindent 4 }}
    # Each try is a pod of its own, whose log stays.
    restartPolicy: Never
    containers:
      - name: migration
        image: {{ include "centralino.image" . | quote }}
        imagePullPolicy: {{ .root.Values.image.pullPolicy }}
        env: {{- include "centralino.migration.env" . | nindent 10 }}
        resources: {{- toYaml $job.resources | nindent 10 }}
        securityContext: {{- include "centralino.nothingPermitted" . | nindent 10 }}
        volumeMounts:
          - {name: tmp, mountPath: /tmp}
    volumes:
      - name: tmp
        emptyDir: {sizeLimit: 64Mi}
{{- end }}
