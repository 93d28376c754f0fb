import { merged } from "./merged";

/** The page in English, from the files beside the features. */
export default merged(
  import.meta.glob(
    [
      "../**/texts.en.json",
      "!../features/{contacts,number,search,templates,conversation/{attach,details,doubt,groups,handled,media,offers,origin,refused,start}}/**",
    ],
    {
      eager: true,
      import: "default",
    },
  ),
);
