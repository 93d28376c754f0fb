/// Where the files of messages stand: any object store that speaks the S3 API.
@NullMarked
package org.centralino.kit.media;

import org.jspecify.annotations.NullMarked;
