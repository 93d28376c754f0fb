import { ImageOff } from "lucide-react";
import { useT } from "../../../i18n";
import { Icon } from "../../../ui/Icon";
import frame from "./Frame.module.css";

/** In the place of what did not come, with a way to try again. */
export function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <span className={frame.words} role="alert">
      <Icon of={ImageOff} size={20} />
      <small>{t("media.notLoaded")}</small>
      <button type="button" onClick={onRetry}>
        {t("action.retry")}
      </button>
    </span>
  );
}
