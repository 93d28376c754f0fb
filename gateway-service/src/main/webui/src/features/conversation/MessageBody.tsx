import { Phone, PhoneOff } from "lucide-react";
import { memo } from "react";
import type { Content } from "../../api/types";
import { useT } from "../../i18n";
import { callsInWords } from "../../lib/messageWords";
import { MessageText } from "../../ui/MessageText";
import { Choice } from "./Choice";
import { ContactCards } from "./ContactCards";
import { ContentCard } from "./ContentCard";
import { FormAnswers } from "./FormAnswers";
import { LocationCard } from "./LocationCard";
import { NotShown } from "./NotShown";
import { OrderLines } from "./OrderLines";

/** What a message says, as its kind is shown. There is something to read in every one. */
export const MessageBody = memo(function MessageBody({ content }: { content: Content }) {
  const t = useT();
  switch (content.type) {
    case "text":
      return <MessageText text={content.text.trim() === "" ? t("said.nothing") : content.text} />;
    case "location":
      return <LocationCard content={content} />;
    case "contacts":
      return <ContactCards content={content} />;
    case "order":
      return <OrderLines content={content} />;
    case "choice":
      return <Choice content={content} />;
    case "form":
      return <FormAnswers content={content} />;
    case "call-permission":
      return <ContentCard icon={content.accepted ? Phone : PhoneOff} title={callsInWords(content, t)} />;
    case "unsupported":
      return <NotShown content={content} />;
    default:
      return <NotShown content={asUnsupported(content)} />;
  }
});

/** A newer server may tell of kinds that this page does not know. */
const asUnsupported = (content: { type?: string; text?: string }) => ({
  type: "unsupported" as const,
  platformType: content.type ?? "unsupported",
  text: content.text,
});
