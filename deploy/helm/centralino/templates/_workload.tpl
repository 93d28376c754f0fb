{{/* What holds for every pod, whatever runs in it: it is nobody, and may ask nothing of the cluster. */}}
{{- define "centralino.pod" -}}
{{- $pod := .root.Values.pod }}
{{- $user := .user | default $pod.user | int -}}
serviceAccountName: {{ include "centralino.fullname" .root }}-{{ .name }}
automountServiceAccountToken: false
# The variables that Kubernetes makes of Services would be taken for our own, such as CENTRALINO_NOTES_PORT.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ $user }}
  runAsGroup: {{ $user }}
  fsGroup: {{ $user }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: {type: RuntimeDefault}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with $pod.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $pod.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "centralino.nothingPermitted" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- define "centralino.deployment" -}}
{{- $full := include "centralino.fullname" .root }}
{{- $pod := .root.Values.pod }}
{{- $kafka := include "centralino.kafka" .root | fromYaml }}
{{- $scaled := and .values.autoscaling .values.autoscaling.enabled }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $full }}-{{ .name }}
  labels: {{- include "centralino.labels" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .name }}
spec:
  {{- if .root.Values.restore.since }}
  replicas: 0
  {{- else if not $scaled }}
  replicas: {{ .values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxUnavailable: 0, maxSurge: 1}
  selector:
    matchLabels: {{- include "centralino.selector" . | nindent 6 }}
  template:
    metadata:
      labels: {{- include "centralino.labels" .root | nindent 8 }}
        app.kubernetes.io/component: {{ .name }}
      {{- with .values.podAnnotations }}
      annotations: {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      {{- include "centralino.pod" . | nindent 6 }}
      terminationGracePeriodSeconds: {{ int $pod.terminationGracePeriodSeconds }}
      topologySpreadConstraints:
        {{- range $place := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - topologyKey: {{ $place }}
          maxSkew: 1
          whenUnsatisfiable: {{ $pod.spreadUnsatisfiable }}
          labelSelector:
            matchLabels: {{- include "centralino.selector" $ | nindent 14 }}
          matchLabelKeys: [pod-template-hash]
        {{- end }}
      containers:
        - name: {{ .name }}
          image: {{ include "centralino.image" . | quote }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          ports:
            - {name: http, containerPort: {{ .facts.port }}}
            - {name: management, containerPort: {{ .facts.management }}}
          env: {{- include "centralino.env" . | nindent 12 }}
          resources: {{- toYaml .values.resources | nindent 12 }}
          securityContext: {{- include "centralino.nothingPermitted" . | nindent 12 }}
          startupProbe:
            httpGet: {path: /q/health/started, port: management}
            periodSeconds: 2
            timeoutSeconds: 2
            failureThreshold: {{ div (add1 (int $pod.startWithinSeconds)) 2 }}
          readinessProbe:
            httpGet: {path: /q/health/ready, port: management}
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 2
          livenessProbe:
            httpGet: {path: /q/health/live, port: management}
            periodSeconds: 10
            timeoutSeconds: 3
            failureThreshold: 6
          volumeMounts:
            - {name: tmp, mountPath: /tmp}
            {{- if $kafka.caSecret }}
            - {name: kafka-ca, mountPath: /etc/centralino/kafka, readOnly: true}
            {{- end }}
            {{- if .values.assetsClaim }}
            - {name: assets, mountPath: /var/lib/centralino/assets}
            {{- end }}
      volumes:
        - name: tmp
          # Where files of customers are looked into before they are stored.
          emptyDir: {sizeLimit: {{ ternary "512Mi" "64Mi" (eq .name "outbound") }}}
        {{- with $kafka.caSecret }}
        - name: kafka-ca
          secret:
            secretName: {{ . }}
            items: [{key: ca.crt, path: ca.crt}]
        {{- end }}
        {{- with .values.assetsClaim }}
        - name: assets
          persistentVolumeClaim: {claimName: {{ . }}}
        {{- end }}
{{- end }}
