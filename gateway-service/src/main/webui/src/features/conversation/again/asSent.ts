import type { Content, ContentOf, ReplyRequest } from "../../../api/types";
import { sentProducts } from "../offers/filled";

type Wanted = ReplyRequest["content"];

const valuesOf = (lines: readonly { value: string }[]) => lines.map(({ value }) => ({ value }));

/** Whether files go with it, each of which goes with one message alone. */
export const hasFiles = ({ fileAbove, cards }: ContentOf<"template">): boolean =>
  fileAbove !== undefined || (cards !== undefined && cards.length > 0);

/** What has to be asked for so that the same goes out again; `null` where that cannot be. Files are those that it names. */
export function asSent(content: Content): Wanted | null {
  switch (content.type) {
    case "buttons":
      return { ...content, buttons: content.buttons.map(({ text }) => text) };
    case "options":
      return {
        ...content,
        sections: content.sections.map(({ title, rows }) => ({
          ...(title ? { title } : {}),
          rows: rows.map(({ title, description }) => ({ title, ...(description ? { description } : {}) })),
        })),
      };
    case "link":
    case "location-request":
    case "products":
    case "catalogue":
      return content;
    case "location": {
      const { type, latitude, longitude, name, address } = content;
      return { type, latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) };
    }
    case "contacts":
      // The field for it asks for a name; what came from elsewhere may have none.
      if (content.cards.some(({ name }) => !name)) return null;
      return {
        type: content.type,
        cards: content.cards.map(({ name, organization, phones, emails, urls }) => ({
          name: name ?? "",
          ...(organization ? { organization } : {}),
          ...{ phones: valuesOf(phones), emails: valuesOf(emails), urls: valuesOf(urls) },
        })),
      };
    case "product": {
      const { text: _, words, ...rest } = content;
      return { ...rest, ...(words ? { text: words } : {}) };
    }
    case "template": {
      const { name, language, parameters, fileAbove, placeAbove, products, offer, cards } = content;
      if (offer?.endsAt && Date.parse(offer.endsAt) <= Date.now()) return null;
      return {
        ...{ type: content.type, name, language },
        parameters: parameters.map(({ parameter: { place, card, button, name: named }, value }) => ({
          place,
          ...(card === undefined ? {} : { card }),
          ...(button === undefined ? {} : { button }),
          ...{ name: named, value },
        })),
        ...(fileAbove ? { attachmentId: fileAbove.attachment.mediaId } : {}),
        ...(placeAbove ? { place: placeAbove } : {}),
        ...(cards?.length
          ? { cards: cards.map(({ attachment }) => ({ attachmentId: attachment.mediaId })) }
          : {}),
        ...(products ? { products: sentProducts(products) } : {}),
        ...(offer?.endsAt ? { offerEndsAt: offer.endsAt } : {}),
      };
    }
    default:
      return null;
  }
}
