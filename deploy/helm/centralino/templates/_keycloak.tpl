{{/* How Keycloak is reached: as the values say, or, when its operator runs it, as that names things. */}}
{{- define "centralino.keycloak.url" -}}
{{- if .Values.keycloak.operator.enabled -}}
http://{{ include "centralino.keycloak.name" . }}-service:{{ include "centralino.keycloak.port" . }}
{{- else -}}
{{ .Values.keycloak.url }}
{{- end }}
{{- end }}

{{- define "centralino.keycloak.name" -}}
{{ include "centralino.fullname" . }}-keycloak
{{- end }}

{{- define "centralino.keycloak.port" -}}8080{{- end }}

{{/* The labels that its operator gives to the pods. */}}
{{- define "centralino.keycloak.selector" -}}
app: keycloak
app.kubernetes.io/instance: {{ include "centralino.keycloak.name" . }}
{{- end }}

{{/* The user of Keycloak's own image, whose files are his. */}}
{{- define "centralino.keycloak.user" -}}1000{{- end }}

{{/* Where browsers find the page; redirects go there and nowhere else. */}}
{{- define "centralino.webOrigin" -}}
{{- if .Values.keycloak.realm.webOrigin -}}
{{ .Values.keycloak.realm.webOrigin }}
{{- else if and .Values.ingress.enabled .Values.ingress.page.host -}}
https://{{ .Values.ingress.page.host }}
{{- else if and .Values.gatewayApi.enabled .Values.gatewayApi.page.hostnames -}}
https://{{ first .Values.gatewayApi.page.hostnames }}
{{- end }}
{{- end }}

{{/* The realm as identity has it. Keycloak fills in what it imports from a file itself; its Admin API does not. */}}
{{- define "centralino.realm" -}}
{{ .Files.Get "files/realm.json" | replace "${CENTRALINO_WEB_ORIGIN}" (include "centralino.webOrigin" .) }}
{{- end }}

{{/*
Brings the realm to what the file says. It adds and changes, and takes nothing away: roles, people and clients that somebody
made beside it stay, and so do secrets. Each line may be run any number of times. Who may see which client comes with a new
realm only: Keycloak's Admin API has no import for its own permissions.
*/}}
{{- define "centralino.realm.step" -}}
{{- $realm := include "centralino.realm" . | fromJson -}}
set -euo pipefail
kcadm() { "${KEYCLOAK_HOME:-/opt/keycloak}/bin/kcadm.sh" "$@" --config "${TMPDIR:-/tmp}/kcadm.config"; }
# Each call is a JVM of its own, so they are few.
listClients() { clients=$(kcadm get clients -r {{ $realm.realm }} --fields clientId,id --format csv --noquotes); }
client() { [[ $clients =~ (^|$'\n')$1,([^$'\n']+) ]] && echo "clients/${BASH_REMATCH[2]}"; }
cd "${REALM_FOLDER:-/etc/centralino/realm}"

kcadm config credentials --server "$KEYCLOAK_URL" --realm master --client "$KC_CLI_CLIENT_ID"
if [[ ! $(kcadm get realms --fields realm --format csv --noquotes) =~ (^|$'\n'){{ $realm.realm }}($|$'\n') ]]; then
  # It is made as a whole or not at all.
  kcadm create realms -f realm.json
  listClients
  kcadm update "$(client assignment-service)" -r {{ $realm.realm }} -s "secret=$CENTRALINO_ASSIGNMENT_CLIENT_SECRET"
  exit
fi

kcadm update realms/{{ $realm.realm }} -f settings.json
kcadm create partialImport -r {{ $realm.realm }} -f missing.json
listClients
{{- range $client := $realm.clients }}
{{- if eq $client.clientId "assignment-service" }}
# The service reads its secret from where this script does.
kcadm update "$(client assignment-service)" -r {{ $realm.realm }} -f assignment-service.json -s "secret=$CENTRALINO_ASSIGNMENT_CLIENT_SECRET"
{{- else if not $client.authorizationSettings }}
kcadm update "$(client {{ $client.clientId }})" -r {{ $realm.realm }} -f {{ $client.clientId }}.json
{{- end }}
{{- end }}
{{ range $role := $realm.roles.realm }}
{{- with $role.composites.realm }}
kcadm add-roles -r {{ $realm.realm }} --rname {{ $role.name }}{{ range . }} --rolename {{ . }}{{ end }}
{{- end }}
{{- range $client, $roles := $role.composites.client }}
kcadm add-roles -r {{ $realm.realm }} --rname {{ $role.name }} --cclientid {{ $client }}{{ range $roles }} --rolename {{ . }}{{ end }}
{{- end }}
{{- end }}
{{- range $user := $realm.users }}
{{- range $client, $roles := $user.clientRoles }}
kcadm add-roles -r {{ $realm.realm }} --uusername {{ $user.username }} --cclientid {{ $client }}{{ range $roles }} --rolename {{ . }}{{ end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "centralino.realm.files" -}}
{{- $realm := include "centralino.realm" . | fromJson -}}
step.sh: {{ include "centralino.realm.step" . | quote }}
realm.json: {{ toJson $realm | quote }}
settings.json: {{ omit $realm "roles" "clients" "users" | toJson | quote }}
missing.json: {{ pick $realm "roles" "clients" "users" | merge (dict "ifResourceExists" "SKIP") | toJson | quote }}
{{- range $client := $realm.clients }}
{{- if not $client.authorizationSettings }}
{{ $client.clientId }}.json: {{ omit $client "id" | toJson | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "centralino.realm.spec" -}}
{{- $realm := .root.Values.keycloak.realm -}}
backoffLimit: {{ int $realm.backoffLimit }}
ttlSecondsAfterFinished: {{ int $realm.ttlSecondsAfterFinished }}
template:
  metadata:
    labels: {{- include "centralino.labels" .root | nindent 6 }}
      app.kubernetes.io/component: realm
  spec:
    {{- include "centralino.pod" (merge (dict "user" (include "centralino.keycloak.user" .root)) .) | nindent 4 }}
    # Each try is a pod of its own, whose log stays.
    restartPolicy: Never
    containers:
      - name: realm
        image: {{ .root.Values.keycloak.image | quote }}
        imagePullPolicy: {{ .root.Values.image.pullPolicy }}
        command: [/bin/bash, /etc/centralino/realm/step.sh]
        env:
          # They live for a second.
          - {name: JAVA_TOOL_OPTIONS, value: "-Xmx96m -XX:TieredStopAtLevel=1"}
          - {name: KEYCLOAK_URL, value: {{ include "centralino.keycloak.url" .root | quote }}}
          - name: KC_CLI_CLIENT_ID
            valueFrom:
              secretKeyRef: {name: {{ $realm.adminSecret | quote }}, key: client-id}
          - name: KC_CLI_CLIENT_SECRET
            valueFrom:
              secretKeyRef: {name: {{ $realm.adminSecret | quote }}, key: client-secret}
          - name: CENTRALINO_ASSIGNMENT_CLIENT_SECRET
            valueFrom:
              secretKeyRef: {name: {{ .root.Values.services.assignment.existingSecret | quote }}, key: client-secret}
        resources: {{- toYaml $realm.resources | nindent 10 }}
        securityContext: {{- include "centralino.nothingPermitted" . | nindent 10 }}
        volumeMounts:
          - {name: tmp, mountPath: /tmp}
          - {name: realm, mountPath: /etc/centralino/realm, readOnly: true}
    volumes:
      - name: tmp
        emptyDir: {sizeLimit: 64Mi}
      - name: realm
        configMap: {name: {{ include "centralino.fullname" .root }}-realm-{{ sha256sum .files | trunc 8 }}}
{{- end }}
