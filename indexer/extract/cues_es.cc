// Spanish cues. Chosen as the English ones were (cues_en.cc), from the Spanish texts of the common
// publishing and comment systems and from the wording of appeals, not translated word by word.
#include <array>

#include "indexer/extract/cues.h"

namespace postil::index {
namespace {

using K = CueKind;
using W = Where;

constexpr std::array kCues = {
    CueGroup{
        K::kAppeal, W::kAnywhere, 4,
        "haz una donación|haga una donación|hacer una donación|tu donación|su donación|dona ahora|"
        "done ahora|apóyanos|apoya nuestro|apoye nuestro|hazte socio|hazte socia|hágase socio|"
        "necesitamos tu apoyo|necesitamos su apoyo|tu apoyo|colabora con nosotros|ayúdanos|"
        "gracias a nuestros lectores|por favor dona|por favor considere"},
    CueGroup{K::kAppeal, W::kAnywhere, 2,
             "donación|donaciones|donar|aporte|aportes|aportación|periodismo "
             "independiente|nuestros lectores|"
             "sin publicidad|haz clic aquí|haga clic aquí|paypal|patreon|suscripción|contribución"},
    CueGroup{K::kAppeal, W::kWhole, 4, "donar|dona|apóyanos|hazte socio|colabora|donaciones"},
    CueGroup{
        K::kForm, W::kStart, 4,
        "deja un comentario|dejar un comentario|deja una respuesta|deje un comentario|"
        "escribe un comentario|escribir un comentario|publicar un comentario|agregar un comentario|"
        "añadir comentario|cancelar la respuesta|cancelar respuesta|tu dirección de correo|"
        "su dirección de correo|los campos obligatorios|los campos necesarios|guarda mi nombre|"
        "guardar mi nombre|notificarme|recibir un correo|avísame por|debes iniciar sesión|"
        "debe iniciar sesión|inicia sesión para|para comentar|suscríbete a|suscríbase a|"
        "suscríbete al|suscribirse a|recibe nuestro|recibe en tu|recibe las|regístrate|"
        "introduce tu|ingresa tu|ingrese su|tu correo|olvidaste tu contraseña|"
        "olvidó su contraseña|ya tienes cuenta|crear una cuenta|este sitio usa akismet|tu "
        "comentario"},
    CueGroup{K::kForm, W::kAnywhere, 3,
             "no será publicada|campos obligatorios|en tu correo|en su correo|bandeja de entrada|"
             "nuestro boletín|nuestra newsletter|darte de baja|la próxima vez que comente"},
    CueGroup{
        K::kForm, W::kWhole, 4,
        "suscríbete|suscribirse|suscríbase|iniciar sesión|inicia sesión|registrarse|regístrate|"
        "boletín|boletines|newsletter|nombre|correo electrónico|correo|email|web|comentario|"
        "enviar|cancelar|contraseña|usuario|mensaje|apellido|acceder|ingresar|entrar|cerrar "
        "sesión|asunto"},
    CueGroup{
        K::kNavigation, W::kStart, 4,
        "saltar al contenido|ir al contenido|pasar al contenido|todos los derechos|"
        "entrada anterior|entrada siguiente|siguiente entrada|artículo anterior|artículo siguiente|"
        "navegación de entradas|entradas antiguas|entradas más antiguas|volver arriba|ir arriba|"
        "volver al inicio|estás en|usted está aquí|este sitio utiliza cookies|este sitio web "
        "utiliza|"
        "este sitio web usa|utilizamos cookies|usamos cookies|al continuar|si continúa|aviso legal|"
        "política de privacidad|política de cookies|términos y condiciones|publicado en|archivado "
        "en|"
        "categorías|publicidad|tiempo de lectura|escuchar artículo|aceptar cookies|funciona "
        "con|orgullosamente"},
    CueGroup{
        K::kNavigation, W::kAnywhere, 3,
        "todos los derechos reservados|utiliza cookies|utilizamos cookies|política de privacidad|"
        "política de cookies|aviso legal|uso de cookies"},
    CueGroup{
        K::kNavigation, W::kWhole, 2,
        "inicio|portada|menú|buscar|búsqueda|cerrar|abrir|siguiente|anterior|más|leer más|ver más|"
        "seguir leyendo|saber más|contacto|contáctanos|acerca de|quiénes somos|nosotros|política|"
        "economía|cultura|deportes|deporte|mundo|internacional|nacional|sociedad|opinión|ciencia|"
        "salud|"
        "tecnología|videos|vídeos|fotos|archivo|archivos|categorías|publicidad|tienda|ayuda|"
        "aviso legal|privacidad|mapa del sitio|aceptar|rechazar|sin "
        "categoría|blog|secciones|últimas noticias"},
    CueGroup{
        K::kShare, W::kStart, 4,
        "compartir en|comparte en|comparte esto|comparte este|compartir este|compartir esta|"
        "compartir por|compartir vía|haz clic para|haga clic para|síguenos|sígueme|imprimir este|"
        "enviar por|copiar enlace|copiar el enlace|se abre en una ventana|me gusta esto"},
    CueGroup{
        K::kShare, W::kWhole, 3,
        "compartir|comparte|tuitear|twittear|imprimir|enviar|me gusta|me gusta cargando|cargando|"
        "recomendar|guardar|facebook|twitter|copiar|enlace|seguir|comentar"},
    CueGroup{
        K::kRelated, W::kStart, 4,
        "también te puede interesar|te puede interesar|también te podría|te podría interesar|le "
        "puede interesar|"
        "quizás te interese|artículos relacionados|entradas relacionadas|noticias relacionadas|"
        "notas relacionadas|contenido relacionado|temas relacionados|más sobre|más de|más noticias|"
        "más artículos|lo más leído|lo más visto|las más leídas|lo más comentado|lo más popular|"
        "lee también|lea también|leer también|lee además|lea además|ver también|vea también|véase "
        "también|"
        "entradas recientes|artículos recientes|comentarios recientes|últimas entradas|"
        "últimos artículos|entradas populares|otros artículos|otras noticias|recomendados para|"
        "del mismo autor|no te pierdas|le recomendamos|te recomendamos|contenido patrocinado"},
    CueGroup{
        K::kRelated, W::kWhole, 3,
        "relacionado|relacionados|relacionadas|tendencias|recomendado|recomendados|destacados"},
    CueGroup{K::kByline, W::kAnywhere, 0,
             "por|escrito por|publicado por|texto de|un artículo de|autor|autora|autores|redacción "
             "de|entrevista de"},
    CueGroup{K::kPublished, W::kStart, 0,
             "publicado|publicado el|fecha|fecha de publicación|publicada el|posteado el|creado"},
    CueGroup{
        K::kUpdated, W::kStart, 0,
        "actualizado|actualizado el|última actualización|modificado|modificado el|actualizada"},
    CueGroup{K::kTitle, W::kStart, 0, "título|titular|asunto"},
    CueGroup{K::kSummary, W::kStart, 0, "resumen|subtítulo|entradilla|bajada"},
    CueGroup{K::kTags, W::kStart, 0,
             "etiquetas|etiqueta|etiquetado|temas|palabras "
             "clave|tags|categorías|categoría|archivado en|en esta nota"},
    CueGroup{K::kNote, W::kStart, 0,
             "el autor es|la autora es|los autores son|el autor fue|sobre el autor|sobre la autora|"
             "acerca del autor|el autor enseña"},
    CueGroup{K::kAboutHead, W::kWhole, 0,
             "sobre el autor|sobre la autora|acerca del autor|acerca de la autora|el "
             "autor|autor|autora|la autora"},
    CueGroup{
        K::kRole, W::kAnywhere, 0,
        "profesor|profesora|emérito|emérita|catedrático|catedrática|historiador|historiadora|"
        "periodista|columnista|corresponsal|editor|editora|escritor|escritora|autor|autora|"
        "ensayista|investigador|investigadora|economista|sociólogo|socióloga|filósofo|filósofa|"
        "politólogo|politóloga|director|directora|analista|abogado|abogada|diplomático|"
        "embajador|embajadora|activista|miembro|presidente|presidenta|doctor|doctora|enseña|"
        "especialista"},
    CueGroup{K::kIs, W::kAnywhere, 0, "es|fue|era|son|enseña|trabaja|escribe|dirige|vive"},
    CueGroup{K::kCaption, W::kStart, 0, "foto|fotos|fotografía|imagen|crédito|ilustración"},
    CueGroup{
        K::kNotName, W::kAnywhere, 0,
        "el|los|las|un|una|unos|y|o|en|con|por|para|sin|sobre|al|no|que|qué|quién|cómo|"
        "cuándo|dónde|es|son|fue|nuevo|nueva|artículo|artículos|comentario|comentarios|política|"
        "economía|cultura|deportes|mundo|sociedad|opinión|análisis|entrevista|parte|capítulo|"
        "introducción|conclusión|conclusiones|inicio|buscar|contacto|medio|oriente|este|oeste|"
        "norte|"
        "sur|estados|unidos|unión|europea|república|federación|guerra|paz|instituto|universidad|"
        "diario|revista|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|"
        "octubre|noviembre|diciembre|lunes|martes|miércoles|jueves|viernes|sábado|domingo|foto|"
        "imagen|fuente|redacción|todos|derechos|reservados|compartir|imprimir|gobierno|ministerio|"
        "calle|más|leer"},
    CueGroup{K::kNotesHead, W::kWhole, 0,
             "notas|nota|referencias|bibliografía|fuentes|notas al pie|obras citadas|literatura"},
    CueGroup{K::kCommentsHead, W::kWhole, 4,
             "comentarios|# comentarios|# comentario|un comentario|comentarios #|# respuestas|"
             "respuestas|opiniones|discusión|todos los comentarios|comentarios de los lectores|"
             "cartas de los lectores|ver comentarios|más recientes|# opiniones|conversación"},
    CueGroup{K::kCommentsHead, W::kStart, 4,
             "# comentarios en|# comentario en|# comentarios sobre|# pensamientos sobre|"
             "un pensamiento sobre|# respuestas a|una respuesta a|# ideas sobre|una idea sobre|un "
             "comentario en|# comentarios"},
    CueGroup{K::kSays, W::kAnywhere, 0,
             "dice|dijo|ha dicho|escribió|escribe|respondió|responde|comentó|comenta"},
    CueGroup{K::kAction, W::kWhole, 1,
             "responder|reportar|denunciar|citar|responder reportar|denunciar comentario|"
             "# respuestas|ver respuestas|enlace permanente|responder compartir|"
             "reportar abuso|inicia sesión para responder|responder a este comentario"},
    CueGroup{K::kAction, W::kWhole, 0,
             "me gusta|compartir|recomendar|marcar como inapropiado|editar|eliminar|ver más"},
    CueGroup{K::kInReply, W::kAnywhere, 0,
             "en respuesta a|respondió a|responde a|respuesta a|respondiendo a"},
    CueGroup{K::kNobody, W::kWhole, 0,
             "anónimo|invitado|desconocido|visitante|un lector|lector|usuario eliminado"},
    CueGroup{K::kBadge, W::kWhole, 0, "autor|moderador|suscriptor|autora|autor de la entrada"},
    CueGroup{
        K::kDateWord, W::kAnywhere, 0,
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|"
        "diciembre|ene|feb|mar|abr|may|jun|jul|ago|sep|sept|oct|nov|dic|lunes|martes|miércoles|"
        "jueves|viernes|sábado|domingo|de|del|a|las|la|el|h|hs|hrs|horas|publicado|actualizado|"
        "ayer|hoy|"
        "am|pm|m|p|última|fecha|modificado"},
    CueGroup{K::kAgo, W::kAnywhere, 0, "hace"},
    CueGroup{K::kTimeUnit, W::kAnywhere, 0,
             "segundo|segundos|minuto|minutos|hora|horas|día|días|semana|semanas|mes|meses|año|"
             "años|un|una|unos|unas"},
};

}  // namespace

std::span<const CueGroup> spanish_cues() { return kCues; }

}  // namespace postil::index
