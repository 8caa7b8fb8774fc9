/**
 * The guard before the driver: no statement on a tenant's table leaves the process without an equality on the bound
 * tenant, whatever wrote the SQL.
 */
@NullMarked
package com.fabricadeagentes.database.guard;

import org.jspecify.annotations.NullMarked;
