import { merged } from "./merged";

/** The page in Italian, from the files beside the features. */
export default merged(
  import.meta.glob(
    [
      "../**/texts.it.json",
      "!../features/{contacts,number,search,conversation/{details,groups,handled,media,refused}}/**",
    ],
    {
      eager: true,
      import: "default",
    },
  ),
);
