import { LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { chooseLanguage, type Key, type Language, useLanguage, useT } from "../i18n";
import { SMALL, useMedia } from "../lib/media";
import { useSession } from "../live/session";
import { Avatar } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import { Menu } from "../ui/Menu";
import { toast } from "../ui/Toasts";
import { chooseTheme, type Theme, useTheme } from "./theme";

const ROLES = ["viewer", "operator", "supervisor", "admin"] as const;

/** Who is signed in, with what he chooses for himself. */
export function MeMenu({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  const theme = useTheme();
  const phone = useMedia(SMALL);
  const { me, signOut } = useSession();
  const role = ROLES.findLast((name) => me.roles.includes(name));
  return (
    <Menu
      label={t("nav.meMenu", { name: me.name })}
      className={className}
      placement={phone ? "top end" : "right bottom"}
      face={children}
      head={
        <>
          <Avatar name={me.name} operator={me.id} size={32} />
          <span>
            <b>{me.name}</b>
            <small>{role ? t(`role.${role}` as Key) : me.email}</small>
          </span>
        </>
      }
      groups={[
        {
          kind: "choice",
          id: "language",
          heading: t("me.language"),
          value: language,
          options: [
            ["en", "English"],
            ["it", "Italiano"],
          ],
          choose: (value) =>
            void chooseLanguage(value as Language).catch(() => toast(t("me.language.failed"))),
        },
        {
          kind: "choice",
          id: "theme",
          heading: t("me.theme"),
          value: theme,
          options: [
            ["system", t("me.theme.system")],
            ["light", t("me.theme.light")],
            ["dark", t("me.theme.dark")],
          ],
          choose: (value) => chooseTheme(value as Theme),
        },
        {
          kind: "actions",
          id: "session",
          actions: [{ id: "sign-out", text: t("me.signOut"), picture: <Icon of={LogOut} />, run: signOut }],
        },
      ]}
    />
  );
}
