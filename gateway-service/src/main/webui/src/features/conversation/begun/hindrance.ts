import type { Conversation } from "../../../api/types";
import type { Translate } from "../../../i18n";
import { calledBriefly } from "../../../lib/called";
import { nameOf } from "../../../lib/speaker";
import type { Obstacle } from "./begun";

/** Why what was begun cannot be sent now, and that it is kept. */
export const hindrance = (obstacle: Obstacle, row: Conversation, t: Translate): string =>
  t(`begun.why.${obstacle}`, {
    customer: calledBriefly(row.contact, t),
    holder: row.assignee?.name ?? t("message.system"),
    application: nameOf({ speaker: row.handledBy ?? "other" }, t),
  });
