import { memo } from "react";
import type { Content } from "../../api/types";
import { useT } from "../../i18n";
import { inWords, said } from "../../lib/messageWords";
import { MessageText } from "../../ui/MessageText";
import { part } from "../../ui/part";
import { withKindTexts } from "./kinds/texts";
import type { OtherContent } from "./kinds/OtherBody";

/** Until it is there, and if it does not come, there are words for it. */
const OtherBody = part(
  () => withKindTexts(() => import("./kinds/OtherBody")).then((it) => it.OtherBody),
  InWords,
);

function InWords({ content }: { content: OtherContent }) {
  const t = useT();
  return <span>{inWords(said(content), t)}</span>;
}

/** What a message says, as its kind is shown. There is something to read in every one. */
export const MessageBody = memo(function MessageBody({ content }: { content: Content }) {
  const t = useT();
  if ("attachment" in content) return <InWords content={content} />;
  if (content.type !== "text") return <OtherBody content={content} />;
  return <MessageText text={content.text.trim() === "" ? t("said.nothing") : content.text} />;
});
