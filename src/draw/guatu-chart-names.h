/* guatu-chart-names.h — what of a chart can be chosen, by the names that files and the command line use. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

/* Lists of names, each in the order of what it names, ended by %NULL and owned by the library. Names are
 * stable: they are stored and typed, never shown as a title. */

/* By GuatuColumnKind. */
const char * const *guatu_column_names   (void);

/* By the place of the bit among GuatuLayers. */
const char * const *guatu_layer_names    (void);

/* By the place of the bit among GuatuLabelKinds. */
const char * const *guatu_label_names    (void);

/* By GuatuGrouping. */
const char * const *guatu_grouping_names (void);

/* By GuatuSort. */
const char * const *guatu_sort_names     (void);

/* By GuatuScaleUnit. */
const char * const *guatu_scale_names    (void);

/* The place of @name in one of these lists; -1 if it is not there. */
int                 guatu_name_find      (const char * const *names,
                                          const char         *name);

G_END_DECLS
