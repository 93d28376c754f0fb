{{/* The services that hear after a restore what they had told, each in a Job. Until that is done nobody else runs. */}}
{{- define "centralino.catchingUp" -}}
{{- if .Values.restore.since }}
{{- range $name, $facts := include "centralino.services" . | fromYaml }}
{{- if $facts.database }}
{{ $name }}: {{ toJson $facts }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "centralino.catchUp.component" -}}
{{ .name }}-catch-up
{{- end }}

{{/* The service's own settings: it makes its tables, reads topics, sets its groups back, and ends. Nobody asks it anything. */}}
{{- define "centralino.catchUp.spec" -}}
{{- $kafka := include "centralino.kafka" .root | fromYaml }}
{{- $job := .root.Values.migrations.job -}}
{{- $more := dict "CENTRALINO_CATCH_UP_SINCE" .root.Values.restore.since "QUARKUS_FLYWAY_MIGRATE_AT_START" "true" "CENTRALINO_TRACES_TO" "off" -}}
backoffLimit: {{ int $job.backoffLimit }}
ttlSecondsAfterFinished: {{ int $job.ttlSecondsAfterFinished }}
template:
  metadata:
    labels: {{- include "centralino.labels" .root | nindent 6 }}
      app.kubernetes.io/component: {{ include "centralino.catchUp.component" . }}
  spec:
    {{- include "centralino.pod" . | nindent 4 }}
    # It refuses while somebody of before is still stopping. Each try is a pod of its own, whose log stays.
    restartPolicy: Never
    containers:
      - name: catch-up
        image: {{ include "centralino.image" . | quote }}
        imagePullPolicy: {{ .root.Values.image.pullPolicy }}
        env: {{- include "centralino.env" (merge (dict "more" $more) .) | nindent 10 }}
        resources: {{- toYaml .values.resources | nindent 10 }}
        securityContext: {{- include "centralino.nothingPermitted" . | nindent 10 }}
        volumeMounts:
          - {name: tmp, mountPath: /tmp}
          {{- if $kafka.caSecret }}
          - {name: kafka-ca, mountPath: /etc/centralino/kafka, readOnly: true}
          {{- end }}
    volumes:
      - name: tmp
        emptyDir: {sizeLimit: 64Mi}
      {{- with $kafka.caSecret }}
      - name: kafka-ca
        secret:
          secretName: {{ . }}
          items: [{key: ca.crt, path: ca.crt}]
      {{- end }}
{{- end }}
