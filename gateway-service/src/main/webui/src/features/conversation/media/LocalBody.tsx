import { File } from "lucide-react";
import { Icon } from "../../../ui/Icon";
import { FileName } from "./FileName";
import frame from "./Frame.module.css";
import type { LocalFile } from "./local";

/** What is on its way, as this machine has it: until the server has answered. */
export function LocalBody({ file: { name, type, url } }: { file: LocalFile }) {
  if (/^image\//.test(type))
    return <img className={frame.picture} src={url} alt={name} style={{ maxWidth: 240, maxHeight: 240 }} />;
  if (/^video\//.test(type)) return <video src={url} aria-label={name} controls width={240} />;
  if (/^audio\//.test(type)) return <audio src={url} aria-label={name} controls />;
  return (
    <span className={frame.words}>
      <Icon of={File} size={18} />
      <FileName name={name} />
    </span>
  );
}
