import {
  Download,
  File,
  FileArchive,
  FileImage,
  FileMusic,
  FilePlay,
  FileSpreadsheet,
  FileText,
  type LucideIcon,
} from "lucide-react";
import type { TimelineItem } from "../../../api/types";
import { currentLocale, useT } from "../../../i18n";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import styles from "./FileCard.module.css";
import { FileName } from "./FileName";
import { nameOf, sizeInWords, titleOf } from "./files";
import { useDownload } from "./useDownload";

const PICTURES: readonly [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/^audio\//, FileMusic],
  [/^video\//, FilePlay],
  [/spreadsheet|excel|csv/, FileSpreadsheet],
  [/zip|compressed|tar/, FileArchive],
  [/^text\/|pdf|word|opendocument\.text/, FileText],
];
const pictureOf = (type = "") => PICTURES.find(([pattern]) => pattern.test(type))?.[1] ?? File;

/** A document, or a file of a kind that is not shown: its name, its size, and a way to have it. */
export function FileCard({ item }: { item: TimelineItem }) {
  const t = useT();
  const download = useDownload(item);
  const name = nameOf(item);
  const title = titleOf(item, t);
  const { mimeType, size } = item.media ?? {};
  return (
    <span className={styles.file}>
      <span className={styles.picture}>
        <Icon of={pictureOf(mimeType)} size={18} />
      </span>
      <span className={styles.words}>
        {name ? <FileName name={name} /> : <b>{title}</b>}
        {size !== undefined && <small>{sizeInWords(currentLocale(), size)}</small>}
      </span>
      <IconButton icon={Download} label={t("media.download", { name: title })} onPress={download} />
    </span>
  );
}
