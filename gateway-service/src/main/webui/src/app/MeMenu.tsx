import { LogOut } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { chooseLanguage, type Key, useLanguage, useT } from "../i18n";
import { useSession } from "../live/session";
import { Avatar, Icon } from "../ui/basics";
import { Menu, MenuHead, MenuItem, MenuLine, MenuRadios } from "../ui/Menu";
import { chooseTheme, useTheme } from "./theme";

const ROLES = ["viewer", "operator", "supervisor", "admin"] as const;

export function MeMenu({
  className,
  place,
  children,
}: {
  className?: string | undefined;
  place: CSSProperties;
  children: ReactNode;
}) {
  const t = useT();
  const language = useLanguage();
  const theme = useTheme();
  const { me, signOut } = useSession();
  const role = ROLES.findLast((name) => me.roles.includes(name));
  return (
    <Menu label={t("nav.meMenu", { name: me.name })} className={className} place={place} button={children}>
      {(close) => (
        <>
          <MenuHead>
            <Avatar name={me.name} operator={me.id} size={32} />
            <span>
              <b>{me.name}</b>
              <small>{role ? t(`role.${role}` as Key) : me.email}</small>
            </span>
          </MenuHead>
          <MenuRadios
            label={t("me.language")}
            value={language}
            options={[
              ["en", "English"],
              ["it", "Italiano"],
            ]}
            onChange={chooseLanguage}
          />
          <MenuRadios
            label={t("me.theme")}
            value={theme}
            options={[
              ["system", t("me.theme.system")],
              ["light", t("me.theme.light")],
              ["dark", t("me.theme.dark")],
            ]}
            onChange={chooseTheme}
          />
          <MenuLine />
          <MenuItem
            onClick={() => {
              close();
              signOut();
            }}
          >
            <Icon of={LogOut} />
            {t("me.signOut")}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
