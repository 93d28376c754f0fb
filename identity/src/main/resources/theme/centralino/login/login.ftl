<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError('username','password')>
<@layout.registrationLayout displayMessage=!wrong displayInfo=false; section>
  <#if section = "header">
    ${msg("welcome")}
  <#elseif section = "form">
    <p class="lead">${msg("signInFor")} <b dir="auto">${realm.displayName!"Centralino"}</b>.</p>
    <#if wrong>
      <div class="alert error" role="alert" id="input-error">
        <span class="icon icon-alert" aria-hidden="true"></span><span class="alert-text">${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</span>
      </div>
    </#if>
    <#if realm.password>
      <form id="kc-form-login" action="${url.loginAction}" method="post">
        <#if !usernameHidden??>
          <div class="field">
            <label for="username"><#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if></label>
            <input class="input" id="username" name="username" value="${(login.username!'')}" type="text" dir="ltr" required autocapitalize="none" spellcheck="false" autocomplete="username"<#if !(login.username?has_content)> autofocus</#if><#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>>
          </div>
        </#if>
        <div class="field">
          <div class="label-line">
            <label for="password">${msg("password")}</label>
            <#if realm.resetPasswordAllowed><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></#if>
          </div>
          <div class="input-group" dir="ltr">
            <input class="input" id="password" name="password" type="password" required autocomplete="current-password"<#if login.username?has_content || usernameHidden??> autofocus</#if><#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>>
            <button class="eye" type="button" aria-label="${msg("showPassword")}" aria-controls="password" data-password-toggle data-icon-show="icon icon-eye" data-icon-hide="icon icon-eye-off" data-label-show="${msg('showPassword')}" data-label-hide="${msg('hidePassword')}"><span class="icon icon-eye" aria-hidden="true"></span></button>
          </div>
        </div>
        <#if realm.rememberMe && !usernameHidden??>
          <label class="check"><input id="rememberMe" name="rememberMe" type="checkbox"<#if login.rememberMe??> checked</#if>><span>${msg("rememberMe")}</span></label>
        </#if>
        <input type="hidden" id="id-hidden-input" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
        <button class="button primary wide" name="login" id="kc-login" type="submit">${msg("doLogIn")}</button>
      </form>
    </#if>
  <#elseif section = "socialProviders">
    <#if realm.password && social?? && social.providers?has_content>
      <div class="or"><span>${msg("or")}</span></div>
      <#list social.providers as provider>
        <a class="button wide" id="social-${provider.alias}" href="${provider.loginUrl}">${provider.displayName!}</a>
      </#list>
    </#if>
  </#if>
</@layout.registrationLayout>
