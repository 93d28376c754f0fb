<#-- The frame of every page that Keycloak shows to an operator: what is asked on the left, what Centralino is on the
     right. Nothing inline, so that the content security policy below can forbid it. Two pages of Keycloak's need a
     script of their own and are left out: they only pass the browser on to another identity provider. -->
<#assign passesOn = ["saml-post-form", "frontchannel-logout"]>
<#macro language>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
    <details class="language">
      <summary aria-label="${msg("languages")}: ${locale.current}">${locale.current}<span class="icon icon-chevron" aria-hidden="true"></span></summary>
      <ul>
        <#list locale.supported as choice>
          <li><a href="${choice.url}" lang="${choice.languageTag}" hreflang="${choice.languageTag}"<#if choice.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${choice.label}</a></li>
        </#list>
      </ul>
    </details>
  </#if>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}"<#if realm.internationalizationEnabled> dir="${(locale.rtl)?then('rtl','ltr')}"</#if>>
<head>
  <meta charset="utf-8">
  <#if !passesOn?seq_contains(pageId!"")>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'">
  </#if>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${msg("loginTitle", (realm.displayName!"Centralino"))}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/icon.svg">
  <link rel="stylesheet" href="${url.resourcesPath}/css/login.css">
  <script type="module" src="${url.resourcesPath}/js/login.js"></script>
  <#if scripts??>
    <#list scripts as script>
      <script src="${script}"></script>
    </#list>
  </#if>
</head>
<body data-page-id="login-${pageId!}" data-other-tab="${url.ssoLoginInOtherTabsUrl!}"<#if authenticationSession??> data-session="${authenticationSession.authSessionIdHash!}"</#if>>
<div class="panes">
  <main class="form-pane">
    <div class="form">
      <svg class="logo" width="40" height="40" viewBox="0 0 28 28" role="img" aria-label="Centralino">
        <rect class="logo-ground" width="28" height="28" rx="8"/>
        <path class="logo-back" d="M8.2 18.6V11a2.4 2.4 0 0 1 2.4-2.4h4.3"/>
        <path class="logo-front" d="M12.2 12.2h6.2a2 2 0 0 1 2 2v3.4a2 2 0 0 1-2 2h-3.1l-2.6 2v-2h-.5a2 2 0 0 1-2-2v-3.4a2 2 0 0 1 2-2Z"/>
      </svg>
      <h1 id="kc-page-title"><#nested "header"></h1>

      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
        <#nested "show-username">
        <p class="who"><b id="kc-attempted-username" dir="auto">${auth.attemptedUsername}</b> <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("notYou")}</a></p>
      </#if>
      <#if displayRequiredFields><p class="hint"><span aria-hidden="true">*</span> ${msg("requiredFields")}</p></#if>

      <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
        <div class="alert ${message.type}" role="<#if message.type = 'error'>alert<#else>status</#if>">
          <span class="icon icon-alert" aria-hidden="true"></span><span class="alert-text">${kcSanitize(message.summary)?no_esc}</span>
        </div>
      </#if>

      <#nested "form">

      <#if auth?has_content && auth.showTryAnotherWayLink()>
        <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
          <input type="hidden" name="tryAnotherWay" value="on">
          <button class="link" id="try-another-way" type="submit">${msg("doTryAnotherWay")}</button>
        </form>
      </#if>
      <#if switchOrganizationEnabled?? && switchOrganizationEnabled>
        <form id="kc-switch-organization-form" action="${url.loginAction}" method="post">
          <input type="hidden" name="switchOrganization" value="true">
          <button class="link" id="switch-organization" type="submit">${msg("doSwitchOrganization")}</button>
        </form>
      </#if>
      <#nested "socialProviders">
      <#if displayInfo><div class="hint" id="kc-info"><#nested "info"></div></#if>
      <footer><span>${msg("securedBy")}</span><@language/></footer>
    </div>
  </main>
  <aside class="picture-pane" aria-hidden="true">
    <div class="chat">
      <p class="customer">${msg("pictureQuestion")}<i>09:02</i></p>
      <div class="ours">
        <div><small>Anna Ricci</small><p>${msg("pictureReply")}<i>09:03<span class="icon icon-ticks"></span></i></p></div>
        <b class="face anna">AR</b>
      </div>
      <div class="ours">
        <div class="note">
          <header><span class="icon icon-lock"></span><b>${msg("pictureNote")}</b><span>Bruno Conti</span><i>09:03</i></header>
          <p>${msg("pictureNoteText")}</p>
        </div>
        <b class="face bruno">BC</b>
      </div>
      <p class="customer">${msg("pictureAnswer")}<i>09:04</i></p>
    </div>
    <p class="slogan">${msg("sloganOne")}<br>${msg("sloganTwo")}</p>
  </aside>
</div>
</body>
</html>
</#macro>
