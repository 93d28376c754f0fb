import { LogOut } from "lucide-react";
import { chooseLanguage, type Key, type Language, useLanguage, useT } from "../i18n";
import { useSession } from "../live/session";
import { Avatar } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import type { OpenMenu } from "../ui/Menu";
import { MenuList } from "../ui/MenuList";
import { toast } from "../ui/Toasts";
import { chooseTheme, type Theme, useTheme } from "./theme";

const ROLES = ["viewer", "operator", "supervisor", "admin"] as const;

/** Who is signed in, in which language, in which colours, and the way out. */
export function MeMenuList(menu: OpenMenu) {
  const t = useT();
  const language = useLanguage();
  const theme = useTheme();
  const { me, signOut } = useSession();
  const role = ROLES.findLast((name) => me.roles.includes(name));
  return (
    <MenuList
      {...menu}
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
