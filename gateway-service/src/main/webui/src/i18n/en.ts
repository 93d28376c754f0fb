import { merged } from "./merged";

/** The page in English, from the files beside the features. */
export default merged(
  import.meta.glob(
    [
      "../**/texts.en.json",
      "!../features/{contacts,number,search,conversation/{details,groups,handled,media,refused}}/**",
    ],
    {
      eager: true,
      import: "default",
    },
  ),
);
