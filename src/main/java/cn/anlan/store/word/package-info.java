/** Words as the search index has them: by their pieces and by their sound. */
@NullMarked
package cn.anlan.store.word;

import org.jspecify.annotations.NullMarked;
