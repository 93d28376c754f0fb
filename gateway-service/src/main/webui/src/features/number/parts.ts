import { withItsTexts } from "../../i18n";
import { part } from "../../ui/part";
import type { NumberHealth } from "../../api/types";

const TEXTS = {
  en: () => import("./channel/texts.en.json"),
  it: () => import("./channel/texts.it.json"),
};

interface OfNumber {
  phoneNumberId: string;
}

/** What is done with a number beside looking at it comes when the page of numbers is opened. */
export const Connect = part<{ phoneNumberId?: string; onClose: () => void }>(() =>
  withItsTexts(TEXTS, () => import("./channel/Connect")).then(({ Connect }) => Connect),
);
export const Manage = part<{ number: NumberHealth }>(() =>
  withItsTexts(TEXTS, () => import("./channel/Manage")).then(({ Manage }) => Manage),
);
export const Profile = part<OfNumber>(() =>
  withItsTexts(TEXTS, () => import("./channel/Profile")).then(({ Profile }) => Profile),
);
export const QrCodes = part<OfNumber>(() =>
  withItsTexts(TEXTS, () => import("./channel/QrCodes")).then(({ QrCodes }) => QrCodes),
);
