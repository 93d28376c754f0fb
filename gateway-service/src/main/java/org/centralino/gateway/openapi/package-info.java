/// One description of the whole API, put together from those of the services.
package org.centralino.gateway.openapi;
