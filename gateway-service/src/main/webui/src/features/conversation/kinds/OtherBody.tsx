import { Phone, PhoneMissed, PhoneOff } from "lucide-react";
import type { Content } from "../../../api/types";
import { useT } from "../../../i18n";
import { callsInWords } from "../../../lib/messageWords";
import { Choice } from "./Choice";
import { ContactCards } from "./ContactCards";
import { ContentCard } from "../ContentCard";
import { FormAnswers } from "./FormAnswers";
import { Asked } from "./Asked";
import { LocationCard } from "./LocationCard";
import { Deleted, NotShown } from "./NotShown";
import { OrderLines } from "./OrderLines";
import { ShownProducts } from "./ShownProducts";
import { SentTemplate } from "../offers/TemplateCard";

export type OtherContent = Exclude<Content, { type: "text" }>;

/** What a message says that is no text. Most conversations have none, so all of this comes when it is needed. */
export function OtherBody({ content }: { content: OtherContent }) {
  const t = useT();
  switch (content.type) {
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
    case "call":
      return <ContentCard icon={PhoneMissed} title={t("message.called")} />;
    case "template":
      return <SentTemplate content={content} />;
    case "buttons":
    case "options":
    case "link":
    case "location-request":
      return <Asked content={content} />;
    case "product":
    case "products":
    case "catalogue":
      return <ShownProducts content={content} />;
    case "revoked":
      return <Deleted />;
    case "unsupported":
      return <NotShown content={content} />;
    default:
      return <NotShown content={asUnsupported(content)} />;
  }
}

/** A newer server may tell of kinds that this page does not know. */
const asUnsupported = (content: { type?: string; text?: string }) => ({
  type: "unsupported" as const,
  platformType: content.type ?? "unsupported",
  text: content.text,
});
