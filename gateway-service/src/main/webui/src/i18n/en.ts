import { merged } from "./merged";

/** The page in English, from the files beside the features. */
export default merged(
  import.meta.glob(
    [
      "../**/texts.en.json",
      "!../features/{contacts,number,search,templates,conversation/{details,doubt,groups,handled,media,origin,refused,templates}}/**",
    ],
    {
      eager: true,
      import: "default",
    },
  ),
);
