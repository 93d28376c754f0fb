import type { DeliveryError } from "../../api/types";
import { currentLanguage, useT } from "../../i18n";
import { failureInWords } from "./failures";

/** Why a message was not delivered, what can be done, and the code for who asks the platform about it. */
export function Failure({ error }: { error: DeliveryError | undefined }) {
  const t = useT();
  const { why, what } = failureInWords(error, currentLanguage());
  return (
    <>
      {t("failed.reason", { reason: why })} {what}
      {error && error.code > 0 && <small> {t("failed.code", { code: String(error.code) })}</small>}
    </>
  );
}
