import type { Api } from "../../../api/client";
import type { ContentOf, TimelineItem, Uuid } from "../../../api/types";
import { upload } from "../attach/upload";
import { dropLocal, keepLocal } from "../media/local";
import { addressOf, type WhoseFile } from "../media/source";
import type { Tickets } from "../media/tickets";

/** A file of a message as it was sent. `name`: without its ending where nobody named it. Rejects when it is not to be had. */
export async function fileOf(
  item: WhoseFile,
  tickets: Tickets,
  { name, kind, mimeType }: { name: string | null; kind: string; mimeType?: string | undefined },
): Promise<File> {
  const answer = await fetch(addressOf(item, await tickets.get(item.conversationId)));
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const bytes = await answer.blob();
  const type = mimeType ?? bytes.type;
  return new File([bytes], name ?? `${kind}.${type.split("/")[1] ?? "bin"}`, { type });
}

type Template = ContentOf<"template">;
type Attachment = NonNullable<Template["fileAbove"]>["attachment"];

/** A template whose files were brought once more, as its customer will see it. */
export async function withFilesAgain(
  item: TimelineItem,
  content: Template,
  api: Api,
  tickets: Tickets,
): Promise<Template> {
  const brought: Uuid[] = [];
  const again = async (kind: string, name: string | null, before: Attachment, card?: number) => {
    const { id, conversationId } = item;
    const whose = { id, conversationId, ...(card === undefined ? {} : { card }) };
    const file = await fileOf(whose, tickets, { name, kind, mimeType: before.mimeType });
    const mediaId = crypto.randomUUID();
    keepLocal(mediaId, file);
    brought.push(mediaId);
    const { kind: taken } = await upload(api.tokens, conversationId, mediaId, file, () => {}).done;
    if (taken !== kind) throw new Error(`is taken for ${taken}`);
    return { mediaId, mimeType: file.type };
  };
  try {
    const { fileAbove: above, cards } = content;
    const fileAbove = above && {
      ...above,
      attachment: await again(above.format, above.name, above.attachment),
    };
    const withFiles: NonNullable<Template["cards"]> = [];
    // One after the other: ten videos at once would leave nothing of the line to anybody else.
    for (const [index, card] of (cards ?? []).entries())
      withFiles.push({ ...card, attachment: await again(card.format, null, card.attachment, index) });
    return { ...content, ...(fileAbove && { fileAbove }), ...(cards && { cards: withFiles }) };
  } catch (failure) {
    brought.forEach(dropLocal);
    throw failure;
  }
}
