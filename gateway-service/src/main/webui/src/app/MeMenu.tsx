import type { ReactNode } from "react";
import { useT } from "../i18n";
import { SMALL, useMedia } from "../lib/media";
import { useSession } from "../live/session";
import { Menu, type OpenMenu } from "../ui/Menu";
import { part } from "../ui/part";

const MeMenuList = part(() => import("./MeMenuList").then(({ MeMenuList }) => MeMenuList));
const OFFERS = { show: (menu: OpenMenu) => <MeMenuList {...menu} />, preload: MeMenuList.preload };

/** Who is signed in, with what he chooses for himself. */
export function MeMenu({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const t = useT();
  const phone = useMedia(SMALL);
  const { me } = useSession();
  return (
    <Menu
      label={t("nav.meMenu", { name: me.name })}
      className={className}
      placement={phone ? "top end" : "right bottom"}
      face={children}
      offers={OFFERS}
    />
  );
}
