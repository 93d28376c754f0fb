{{/*
What makes nginx ask for the platform's certificate. It asks at a host name as a whole, whatever the path. The name is compared
with the beginning of a regular expression that must begin with CN=, so it says where the name ends, too.
*/}}
{{- define "centralino.webhook.annotations" -}}
{{- $mutualTls := .Values.ingress.webhook.mutualTls -}}
nginx.ingress.kubernetes.io/auth-tls-secret: {{ printf "%s/%s" .Release.Namespace $mutualTls.caSecret | quote }}
nginx.ingress.kubernetes.io/auth-tls-verify-client: "on"
{{/* The platform sends what stands between the authority and its certificate. */ -}}
nginx.ingress.kubernetes.io/auth-tls-verify-depth: "3"
nginx.ingress.kubernetes.io/auth-tls-match-cn: {{ printf "CN=%s(,|$)" ($mutualTls.commonName | replace "." "[.]") | quote }}
{{- end }}

{{/* Where webhooks are taken when a certificate is asked for. Everywhere else, as at the page's host name, there would be a way around it. */}}
{{- define "centralino.webhook.hosts" -}}
{{- $ingress := .Values.ingress -}}
{{- $gatewayApi := .Values.gatewayApi -}}
{{- if and $ingress.enabled $ingress.webhook.mutualTls.enabled -}}
{{ $ingress.webhook.host }}
{{- else if and $gatewayApi.enabled $gatewayApi.webhook.mutualTls.enabled -}}
{{ join "," $gatewayApi.webhook.hostnames }}
{{- end }}
{{- end }}
