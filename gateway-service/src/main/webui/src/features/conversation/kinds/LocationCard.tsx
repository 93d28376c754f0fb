import { MapPin } from "lucide-react";
import type { ContentOf } from "../../../api/types";
import { useT } from "../../../i18n";
import { webLink } from "../../../lib/webLink";
import { ContentCard } from "../ContentCard";
import styles from "./LocationCard.module.css";
import { WebLink } from "../WebLink";

/** About a metre. */
const DIGITS = 5;

/** A place, in words. No map is loaded: whose it is would learn where the customer is. */
export function LocationCard({ content }: { content: ContentOf<"location"> }) {
  const t = useT();
  const { name, address, latitude, longitude, url } = content;
  const page = webLink(url);
  const known = Number.isFinite(latitude) && Number.isFinite(longitude);
  const point = `${latitude}/${longitude}`;
  return (
    <ContentCard icon={MapPin} title={name || address || t("said.here")}>
      {name && address && <span dir="auto">{address}</span>}
      {known && (
        <small className={styles.point} dir="ltr">
          {latitude.toFixed(DIGITS)}, {longitude.toFixed(DIGITS)}
        </small>
      )}
      <span className={styles.links}>
        {known && (
          <a
            href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${point}`}
            target="_blank"
            rel="noopener noreferrer"
            title="www.openstreetmap.org"
          >
            {t("place.maps")}
          </a>
        )}
        {url && page && <WebLink written={url}>{page.host}</WebLink>}
      </span>
    </ContentCard>
  );
}
