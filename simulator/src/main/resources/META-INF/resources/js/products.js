/** Products of the business: the customer orders some, or asks about one. */
import { ask } from "./dialogs.js";
import { h } from "./dom.js";
import { money, t } from "./i18n.js";

/** What is shown of the products, and what can be done with them. */
export function products({ catalog, offers }, send) {
  const list = [];
  let section = null;
  for (const offer of offers) {
    if (offer.section && offer.section !== section) {
      list.push(h("b", { dir: "auto" }, offer.section));
    }
    section = offer.section;
    list.push(
      h(
        "div",
        { class: "product" },
        h("span", { dir: "auto" }, offer.name, h("small", {}, money(offer.price, offer.currency))),
        h(
          "button",
          { class: "link", type: "button", "aria-label": t("askAbout", { product: offer.name }), onclick: () => askAbout(catalog, offer, send) },
          t("askAboutShort"),
        ),
      ),
    );
  }
  return [...list, h("button", { class: "template-button", type: "button", onclick: () => order(catalog, offers, send) }, t("orderProducts"))];
}

async function askAbout(catalog, offer, send) {
  const said = await ask(t("askAbout", { product: offer.name }), [{ name: "text", label: t("message"), value: t("askAboutText"), required: true }]);
  if (said) {
    // On a phone the question refers to the product, and to no message.
    send({ text: said.text, context: { referred_product: { catalog_id: catalog, product_retailer_id: offer.id } }, quoted: undefined });
  }
}

async function order(catalog, offers, send) {
  const said = await ask(t("orderProducts"), [
    ...offers.map((offer, at) => ({ name: `of${at}`, label: `${offer.name} · ${money(offer.price, offer.currency)}`, value: offers.length === 1 ? "1" : "" })),
    { name: "text", label: t("orderText") },
  ]);
  const items = offers
    .map((offer, at) => ({
      product_retailer_id: offer.id,
      quantity: Math.floor(Number(said?.[`of${at}`]) || 0),
      item_price: offer.price,
      currency: offer.currency,
    }))
    .filter(({ quantity }) => quantity > 0);
  if (items.length > 0) {
    send({ type: "order", content: { catalog_id: catalog, text: said.text, product_items: items } });
  }
}
