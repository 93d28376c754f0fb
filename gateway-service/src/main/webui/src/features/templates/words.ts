import { currentLocale, type Key, type Translate } from "../../i18n";
import { languageName as named } from "../../lib/languages";

/** A language in the reader's own. */
export const languageName = (code: string): string => named(code, currentLocale());

/** All that are known (fact sheet, section 10.5); WhatsApp may know more. */
const LANGUAGES =
  "af sq ar ar_EG ar_AE ar_LB ar_MA ar_QA ar_SA az bn bg ca zh_CN zh_HK zh_TW hr cs da nl en en_GB en_US en_AU en_CA en_IN et fil fi fr fr_CA fr_BE ka de el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr nb fa pl pt_BR pt_PT pa ro ru sr sk sl es es_AR es_ES es_MX es_CL es_CO es_PE es_VE sw sv ta te th tr uk ur uz vi zu".split(
    " ",
  );

/** What can be chosen, by its name in the reader's language; what occurs is among it. */
export const languagesFor = (occurring: readonly string[]): { code: string; name: string }[] =>
  [...new Set([...LANGUAGES, ...occurring.filter(Boolean)])]
    .map((code) => ({ code, name: languageName(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, currentLocale()));

/** Why WhatsApp decided so, in our words if there are any. */
export function reasonIn(t: Translate, reason: string): string {
  const key = `template.reason.${reason}` as Key;
  const words = t(key);
  return words === key ? reason : words;
}
