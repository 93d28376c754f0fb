import type app from "./app/texts.en.json";
import type again from "./features/conversation/again/texts.en.json";
import type ask from "./features/conversation/ask/texts.en.json";
import type attach from "./features/conversation/attach/texts.en.json";
import type begun from "./features/conversation/begun/texts.en.json";
import type contacts from "./features/contacts/texts.en.json";
import type consent from "./consent/texts.en.json";
import type conversation from "./features/conversation/texts.en.json";
import type details from "./features/conversation/details/texts.en.json";
import type doubt from "./features/conversation/doubt/texts.en.json";
import type free from "./features/conversation/free/texts.en.json";
import type media from "./features/conversation/media/texts.en.json";
import type number from "./features/number/texts.en.json";
import type channel from "./features/number/channel/texts.en.json";
import type handled from "./features/conversation/handled/texts.en.json";
import type origin from "./features/conversation/origin/texts.en.json";
import type offers from "./features/conversation/offers/texts.en.json";
import type kinds from "./features/conversation/kinds/texts.en.json";
import type tools from "./features/conversation/tools/texts.en.json";
import type products from "./features/conversation/products/texts.en.json";
import type refused from "./features/conversation/refused/texts.en.json";
import type groups from "./features/conversation/groups/texts.en.json";
import type inbox from "./features/inbox/texts.en.json";
import type start from "./features/conversation/start/texts.en.json";
import type search from "./features/search/texts.en.json";
import type templates from "./features/templates/texts.en.json";
import type shared from "./i18n/texts.en.json";

/** Every text of the page by its key: each feature has its own beside it, and what several use stands in `i18n`. */
export type Texts = typeof app &
  typeof again &
  typeof ask &
  typeof attach &
  typeof begun &
  typeof media &
  typeof contacts &
  typeof consent &
  typeof conversation &
  typeof details &
  typeof doubt &
  typeof free &
  typeof groups &
  typeof handled &
  typeof kinds &
  typeof origin &
  typeof offers &
  typeof inbox &
  typeof number &
  typeof channel &
  typeof products &
  typeof refused &
  typeof search &
  typeof shared &
  typeof start &
  typeof templates &
  typeof tools;
