import type { AccountFact, NumberLimitation } from "../../api/types";
import { currentLocale, type Key, shownNumber, type Translate } from "../../i18n";
import { readableName } from "../../lib/messageWords";
import { fullDate, longWhen } from "../../lib/time";

const NO_LIMIT = ["-1", "TIER_UNLIMITED"];

/** A word of the platform's in ours; one that is new is made readable. */
export function platformWord(word: string, t: Translate): string {
  const key = `number.word.${word.toUpperCase()}`;
  const known = t(key as Key);
  return known === key ? readableName(word).toLowerCase() : known;
}

/** A day as people write it, when it is one. */
const dayWord = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? fullDate(currentLocale(), `${day}T12:00:00`) : day;

/** From when, or until when. */
export function whenOf({ kind, until, day }: NumberLimitation, t: Translate): string {
  if (until) return t("number.until", { time: longWhen(currentLocale(), until) });
  if (!day) return "";
  return t(kind === "ban-announced" || kind === "token-expires" ? "number.from" : "number.since", {
    day: dayWord(day),
  });
}

function limitWord(limit: string, customers: number | undefined, t: Translate): string {
  if (NO_LIMIT.includes(limit)) return t("number.limit.none");
  return customers === undefined ? platformWord(limit, t) : t("number.limit.so", { count: customers });
}

const inBrackets = (sentence: string, reason: string | undefined, t: Translate): string =>
  reason ? t("number.because", { what: sentence, reason: platformWord(reason, t) }) : sentence;

function templateWords(fact: Extract<AccountFact, { type: "template" }>, t: Translate): string {
  const name = fact.name
    ? `${fact.name}${fact.language ? ` (${fact.language})` : ""}`
    : (fact.templateId ?? "?");
  const now = fact.now ? platformWord(fact.now, t) : "";
  switch (fact.aspect) {
    case "components":
      return t("number.fact.template.components", { name });
    case "category":
      return fact.reason === "IMPENDING"
        ? t("number.fact.template.impending", { name, now })
        : t("number.fact.template.category", { name, now });
    case "quality":
      return t("number.fact.template.quality", { name, now });
    default:
      return inBrackets(t("number.fact.template.status", { name, now }), fact.reason, t);
  }
}

/** What the platform said, in one sentence. */
export function factWords(fact: AccountFact, t: Translate): string {
  switch (fact.type) {
    case "limit":
      return t("number.fact.limit", { limit: limitWord(fact.limit, fact.customers, t) });
    case "number":
      return fact.event === "THROUGHPUT_UPGRADE"
        ? t("number.fact.throughput")
        : t("number.fact.number", { event: platformWord(fact.event, t) });
    case "name":
      return inBrackets(
        t("number.fact.name", { name: fact.name ?? "?", decision: platformWord(fact.decision, t) }),
        fact.reason,
        t,
      );
    case "restrictions":
      return fact.restrictions.length === 0
        ? t("number.fact.unrestricted")
        : t("number.fact.restrictions", {
            list: fact.restrictions.map(({ restriction }) => platformWord(restriction, t)).join(", "),
          });
    case "violation":
      return t("number.fact.violation", { violation: platformWord(fact.violation, t) });
    case "ban":
      return fact.day
        ? t("number.fact.ban.day", { state: platformWord(fact.state, t), day: dayWord(fact.day) })
        : t("number.fact.ban", { state: platformWord(fact.state, t) });
    case "connection":
      return inBrackets(t("number.fact.connection", { event: platformWord(fact.event, t) }), fact.reason, t);
    case "review":
      return t("number.fact.review", { decision: platformWord(fact.decision, t) });
    case "alert":
      return fact.description ?? t("number.fact.alert", { alert: platformWord(fact.alert, t) });
    case "security":
      return t("number.fact.security", { event: platformWord(fact.event, t) });
    case "template":
      return templateWords(fact, t);
    case "username":
      return t("number.fact.username", { name: fact.username ?? "?", status: platformWord(fact.status, t) });
    case "volume-tier":
      return t("number.fact.volumeTier", { tier: tierWord(fact.tier) });
    default:
      return fact.event
        ? t("number.fact.other", { event: platformWord(fact.event, t) })
        : t("number.fact.news");
  }
}

/** What else the platform said about it, in its own words. */
export const explanationOf = (fact: AccountFact): string | undefined => {
  if (fact.type === "template") return fact.explanation;
  if (fact.type === "violation") return fact.remedy;
  return undefined;
};

const tierWord = (tier: string): string =>
  tier
    .split(":")
    .map((end) => (/^\d+$/.test(end) ? shownNumber(Number(end)) : end))
    .join("–");
