/* guatu-language.h — where the program finds its words, and which ones its reader has. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Looks texts up where GUATU_LOCALE_DIR says, else beside a program that was not installed (@place: where that lies in
 * its build, "/src/ui/guatu"), else where the program is installed. */
void        guatu_language_set_up    (const char *place);

/* "zh_CN" or "en": what new plans and samples are written in. */
const char *guatu_language_of_reader (void);

G_END_DECLS
