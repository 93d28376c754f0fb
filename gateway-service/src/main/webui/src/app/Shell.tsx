import {
  FileText,
  HeartPulse,
  Inbox as InboxIcon,
  Keyboard,
  type LucideIcon,
  Search,
  Smartphone,
  UsersRound,
} from "lucide-react";
import { useEffect, useState } from "react";
import { Link, Outlet, useMatchRoute, useNavigate, useSearch } from "@tanstack/react-router";
import { useT } from "../i18n";
import { onKeyDown, useShortcut } from "../lib/shortcuts";
import { useCan, useConnection, useCounts, useSession } from "../live/session";
import { Avatar } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import { Dot } from "../ui/Dot";
import { OnTop } from "../ui/Sheet";
import { Toasts } from "../ui/Toasts";
import { PartMissing } from "../ui/Boundary";
import { part } from "../ui/part";
import { cx } from "../lib/cx";
import { Banners } from "./Banners";
import styles from "./Shell.module.css";
import { Logo } from "./Logo";
import { MeMenu } from "./MeMenu";

const ShortcutHelp = part(() => import("./ShortcutHelp").then(({ ShortcutHelp }) => ShortcutHelp));

/** What is around every screen: the rail, the help, the toasts, and the keys. */
export function Shell() {
  const t = useT();
  const session = useSession();
  const { config, me } = session;
  const counts = useCounts();
  const connection = useConnection();
  const inInbox = Boolean(useMatchRoute()({ to: "/inbox/$view" }));
  const can = useCan();
  const { c: selected } = useSearch({ strict: false });
  const [help, setHelp] = useState(false);
  const mine = counts?.mine ?? 0;

  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  useShortcut("help", () => setHelp(true));
  const navigate = useNavigate();
  useShortcut("search", () => void navigate({ to: "/search" }));
  usePanes();

  return (
    <PartMissing value={session.connection.outdated}>
      <div className={styles.shell}>
        {inInbox && (
          <a className={styles.skip} href="#conversations" onClick={(event) => jump(event, "list")}>
            {t("skip.list")}
          </a>
        )}
        {inInbox && selected && (
          <a className={styles.skip} href="#messages" onClick={(event) => jump(event, "thread")}>
            {t("skip.thread")}
          </a>
        )}
        <nav className={styles.rail} aria-label={t("nav.main")}>
          <span className={styles.logo}>
            <Logo />
          </span>
          <Link
            to="/"
            className={cx(styles.railItem, inInbox && styles.railOn)}
            aria-current={inInbox ? "page" : undefined}
          >
            <Icon of={InboxIcon} size={20} />
            <span className="sr">{mine > 0 ? t("nav.inboxWithCount", { count: mine }) : t("nav.inbox")}</span>
            <span aria-hidden="true">{t("nav.inbox")}</span>
            {mine > 0 && <em aria-hidden="true">{mine > 99 ? "99+" : mine}</em>}
          </Link>
          <RailLink to="/search" icon={Search} label={t("nav.search")} />
          {can("contact.see") && <RailLink to="/contacts" icon={UsersRound} label={t("nav.contacts")} />}
          {can("template.see") && <RailLink to="/templates" icon={FileText} label={t("nav.templates")} />}
          {can("number.see") && <RailLink to="/settings/number" icon={HeartPulse} label={t("nav.number")} />}
          <span className="grow" />
          {config.simulatorUrl && (
            <a
              className={styles.railItem}
              href={config.simulatorUrl}
              target="_blank"
              rel="noopener noreferrer"
            >
              <Icon of={Smartphone} size={20} />
              <span>{t("nav.simulator")}</span>
            </a>
          )}
          <button
            type="button"
            className={cx(styles.railItem, styles.railKeys)}
            aria-label={t("nav.shortcuts")}
            title={`${t("nav.shortcuts")} (?)`}
            onClick={() => setHelp(true)}
          >
            <Icon of={Keyboard} size={20} />
          </button>
          <MeMenu className={cx(styles.railItem, styles.me)}>
            <Avatar name={me.name} operator={me.id} size={30} />
            <Dot on={connection.phase === "online"} />
            <span className={styles.meWord}>{t("nav.me")}</span>
          </MeMenu>
        </nav>
        <OnTop value={<Banners />}>
          <Outlet />
        </OnTop>
        <Toasts label={t("toast.region")} closeLabel={t("action.close")} />
        {help && <ShortcutHelp onClose={() => setHelp(false)} />}
      </div>
    </PartMissing>
  );
}

interface RailLinkProps {
  to: "/search" | "/contacts" | "/templates" | "/settings/number";
  icon: LucideIcon;
  label: string;
}

function RailLink({ to, icon, label }: RailLinkProps) {
  const isHere = Boolean(useMatchRoute()({ to, fuzzy: true }));
  return (
    <Link to={to} className={cx(styles.railItem, isHere && styles.railOn)}>
      <Icon of={icon} size={20} />
      <span>{label}</span>
    </Link>
  );
}

const PANES = ["views", "list", "thread", "details"];

function focusPane(name: string): boolean {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  if (!pane || pane.offsetParent === null) return false;
  const wanted =
    name === "thread" ? ["textarea", "[data-thread]"] : ["[tabindex='0']", "a[aria-current]", "a[href]"];
  const target = [...wanted, "button"]
    .flatMap((selector) => [...pane.querySelectorAll<HTMLElement>(selector)])
    .find((element) => element.offsetParent !== null);
  target?.focus();
  return target !== undefined;
}

const jump = (event: React.MouseEvent, pane: string) => {
  event.preventDefault();
  focusPane(pane);
};

/** F6 goes round the panes. */
function usePanes(): void {
  const go = (by: number) => {
    const here = document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset["pane"] ?? "";
    let at = PANES.indexOf(here);
    for (let step = 0; step < PANES.length; step++) {
      at = (at + by + PANES.length) % PANES.length;
      if (focusPane(PANES[at] ?? "")) return;
    }
  };
  useShortcut("nextPane", () => go(1));
  useShortcut("previousPane", () => go(-1));
}
