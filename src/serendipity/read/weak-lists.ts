import type { StopWordList } from './stop-words';

/**
 * Words that stand in any text and name no idea, for each language that is told apart; those of scripts without spaces in one list.
 * Not the function words, which never count at all (`stop-words.ts`). A word that names an idea in any subject stays out:
 * hiding it costs more than showing a dull one.
 */
export const WEAK_WORDS: Readonly<Record<StopWordList, string>> = {
  english: `
    able accept according account across act actual actually add admit affect afternoon ago agree ahead alike allow allowed almost
    alone along already although always among amount another answer anybody anyone anything anyway appear apply around arrive aside
    ask asked away back bad barely based became become becomes begin beginning begun behind believe belong besides best better
    beyond big bit break bring brought built call came carry case cause certain certainly chance check choose chose clear clearly
    close come common complete completely consider contain continue couldn couple course cut daily date day deal decide deep despite
    detail determine differ difference different difficult directly done double drop due early easily easy eight either else end
    enough entire entirely especially even evening event eventually ever every everybody everyone everything exact exactly example
    except expect extra extremely fact fairly fall far fast feel fell felt fewer figure fill final finally find fine finish first
    fit five follow form former forward found four free full fully gave general generally get gets getting give given glad go goes
    going gone good got great grow guess half happen hard hardly hear heard held help high hold hour however huge hundred
    immediately important include including indeed instead interaction introduced issue item join keep kept kind knew know known
    lack large largely last late lately later latter lay lead least leave led left length less let level lie likely line list little
    live long longer look lost lot low lower made main mainly make making manner many matter maybe mean meant meet mention mere
    merely met middle minute miss moment month morning mostly move moved much must name namely near nearby nearly necessary need
    neither never nevertheless new next nice night nine nobody none normal normally nothing notice obvious obviously occur odd often
    okay old one onto open opened ordinary original otherwise ought outside overall page paid pair part particular particularly pass
    past pay per perfect perhaps pick piece place plain please plenty point possible possibly pretty previous probably produce
    proper provide pull push put quick quickly quite quote raise ran range rarely rate rather reach ready real really receive
    received recent recently refer regard related remain remember replied require respond rest result return right room round run
    said saw say second section see seem seen send sent separate set seven several shall short show shown side similar simple simply
    since single sit six size slightly slow slowly small somebody somehow someone something sometimes somewhat somewhere soon sort
    speak specific spend spent stand start state stay step still stop stuff suddenly suggest suppose sure surely take taken taking
    talk tell ten tend term thank thanks thing think third thought thousand three throughout thus time tiny title today together
    told tomorrow tonight took top total toward towards tried trouble true truly try turn twice two type typical typically
    understand unless unlike upon usage use used useful usual usually various via want way week went weren whatever whenever whereas
    wherever whether whoever whole whose wide willing wish within without word work worse worst worth wouldn wrong year yes
    yesterday yet young`,
  german: `
    abend abermals allein allerdings allgemein allmählich alltag alt anderer anders anfang anfangen angeben angegeben angehen ansatz
    anscheinend anschließend ansehen ansonsten anstatt antwort antworten anzahl art aufgabe aufhören augenblick ausdrücklich aussage
    aussehen auswahl außen außer außerdem außerhalb bald bedeuten bedeutung begann beginn beginnen beginnt beide beiden beinahe
    beispiel beispielsweise bekam bekannt bekommen bekommt benutzen bereich bereits besonder besonders besser bestehen besteht
    besten bestimmen bestimmt betreffen bevor bezug bieten bisher bisschen bitte blatt bleiben bleibt blick blieb bloß brachte
    brauchen braucht breit bringen bspw bzw dabei dachte dadurch dafür dagegen daher dahin damals danach daneben dank danke danken
    daran darauf daraus darin darstellen darum darunter darüber datum dauer dauern dauernd davon davor dazu denen denken denn
    dennoch deren derer derjenige derselbe deshalb desto deswegen deutlich diejenigen diesmal ding dinge direkt doppelt dorthin
    draußen dreht drei dritte drüben durchaus dürfen eben ebenfalls ebenso echt egal ehe eher eigen eigene eigenschaft eigentlich
    einander einfach einfluss eingehen einige einiges einmal einsatz einzeln einzelne einzig ende enden endlich enthalten
    entscheiden entsprechend entstehen entsteht entweder erfolgen ergeben ergebnis erhalten erhielt erhält erinnern erkennen
    erklären erlauben ermöglichen erreichen erscheinen erst erste erstellen erstmal erwarten erwähnen erzählen etliche etwa
    eventuell extra fahren fall falls falsch fand fanden fangen fast fehlen fest finden findet folge folgen folgend folgende form
    frage fragen frei freilich früh früher funktionieren fähig führen führt fünf gab ganz ganze gar geben gebracht gebraucht gedacht
    gefunden gegangen gegeben gegenüber gehen geht gehören gekommen gelegt gelten gemacht gemeinsam gemäß genau genauso genommen
    genug genügend gerade gering gern gerne gesagt gesamt geschehen gesehen gestalten gestellt gestern gewesen gewiss geworden
    gewöhnlich gezeigt gibts gilt ging gingen glauben gleich gleiche gleichen gleichzeitig groß große grund grundlage grundsätzlich
    gut gute gäbe haben halb halten heißen heißt heraus herr herum heute heutig hierbei hierfür hierzu hilfe hilft hin hinaus hinein
    hinsichtlich hinten hinter hinweis hoch hoffen holen hundert hälfte hält hängt hätte hätten häufig hören idee immer indem
    infolge inhalt innen innerhalb insbesondere insgesamt interessant inzwischen irgend irgendein irgendwann irgendwas irgendwie
    irgendwo jahr jahre jedenfalls jederzeit jedoch jemals jemand jener jetzt jeweilig jeweils jung jährlich kam kamen kannst kaum
    keineswegs kennen kennt klar klein kleine kommen kommt komplett konnte konnten kriegen kurz können könnte könnten kürzlich lag
    lange langsam lassen laufen laut legen leicht leider letzte letztlich leute lieber liegen liegt ließ liste lässt läuft machen
    machst machte mag mal manch manche manchmal maß meinen meint meinung meist meiste meistens menge merken miteinander mitte
    mittels moment monat morgen musste mussten möchte möchten mögen möglich möglicherweise möglichkeit möglichst müssen nachdem
    nachher nah nahe nahm name namen natürlich neben nehmen nennen neu neue neun nichts nie niedrig niemals niemand nimmt nirgends
    nochmal nochmals normal normalerweise notiz notwendig nummer nutzen nächste nämlich nötig oben offen offenbar oft ohnehin ort
    paar passen passieren plötzlich prinzip punkt recht reden reihe rein relativ richten richtig richtung ruhig rund sache sagen
    sagt sah samt satz schaffen schafft schauen scheinen scheint schlecht schließen schließlich schnell schon schritt schwer schön
    sechs sehen sei seien seit seitdem seite seiten selber selbst selbstverständlich selten setzen sicher sicherlich sieben sieht
    sinn sinnvoll sitzt sobald sodass sofort sogar sogenannt solange solch solche sollen sollte sollten somit sonst sonstig soviel
    soweit sowie sowieso sowohl sprach sprechen spricht später stand stark statt stattdessen stehen steht stelle stellen stets
    stunde stück suchen tag tage tat tatsächlich teil teile teilweise thema tragen treffen treten trifft trotz trotzdem trägt tun
    tut typisch täglich umgehen unbedingt ungefähr unten unterschied unterschiedlich ursprünglich usw verbinden vergleich verhalten
    verlieren verschieden verschiedene verstehen versuch versuchen verwenden verändern viel viele vielen vielleicht vielmehr vier
    voll vollständig voraus vorbei vorhanden vorher vorn vorne vorschlag vorstellen völlig wahr wahrscheinlich wann warten warum
    wechseln weder weg weise weit weiter weitere weiterhin weiß welch welche wenig wenige weniger wenigstens werde wert wesentlich
    weshalb wichtig wichtige wieso wieviel wirken wirklich wissen wobei woche wodurch wofür woher wohin wohl wollen wollte wollten
    womit woran worauf worden wort worte worüber wovon wurde wusste während wäre wären wünschen würde würden zahl zehn zeigen zeigt
    zeigte zeit zeiten ziehen ziel ziemlich ziemliche zudem zuerst zufolge zugleich zuletzt zumindest zunächst zurück zusammen
    zustand zusätzlich zuvor zwar zwei zweite zweitens zwölf ähnlich ändern öffnen öfter überall überhaupt überlegen übrig übrigens`,
  french: `
    abord absolument accepter actuel actuellement afin aide aider ailleurs ainsi allait aller allons allé ancien année années août
    apparaît appeler apporter apprendre après assez atteindre attendre aucun aucune aujourd aujourdhui auparavant auprès auquel
    auraient aurait aussi aussitôt autant auteur autour autre autrefois autrement autres avait avant avantage avoir avons avril
    ayant ayez beau beaucoup besoin besoins bien bientôt bon bonne bout but cadre car cas cause cela celle celles celui cent
    cependant certain certaine certainement certaines certains cesse chacun chacune changer chaque cherche cherchent chercher chez
    chose choses cinq clair clairement combien commence commencent commencer comment complet complètement comprend comprendre compte
    compter concernant concerner connaît connu considérer constituer contenir contient contraire contre coup courant cours court
    croire croit côté dedans dehors delà demain demande demandent demander depuis dernier derniers dernière derrière dessous dessus
    deux deuxième devant devenir devenu deviennent devient devoir devraient devrait deçà différence différent différente différents
    dire directement disait disent dit divers dix doit doivent dommage donne donnent donner donné dont doute durant début décembre
    déjà dépit désormais effet encore endroit enfin ensemble ensuite entier entière entièrement entrer environ essaie essayer
    essentiel exactement exemple existe existent exister explique expliquent expliquer extrêmement facile facilement faible faire
    faisaient faisait faite faites faits fallait falloir faut faux façon fin final finalement finir fois fonction fond font forme
    formes fort franchement février garder genre grand grande grands gros grâce guère général générale généralement haut heure
    heures heureusement hier hors huit hélas ici idée idées immédiatement importance important importante importe impossible
    indiquer intéressant intérieur inutile jamais janvier jour journée jours juillet juin jusqu jusque juste justement laisser
    laquelle large lequel lesquels lever lieu ligne liste loin long longtemps lors lorsque lu lundi maintenant mal malgré manière
    manquer mars matin mauvais meilleur mentionner mercredi met mettent mettre mieux mille minute mis moindre moins mois moitié
    moment montrait montre montrent montrer mot mots moyen moyenne naturellement neuf niveau nom nombre nombreux nommer non normal
    notamment note noter nouveau nouvel nouvelle nouvelles novembre numéro nécessaire nécessite obtenir occasion octobre offrir ont
    originale oublier ouvert ouverte ouvrir page paraître parce pareil parfois parle parlent parler parmi partie partir partout
    passe passent passer passé peine pendant pense pensent penser perdre permet permettent permettre permis petit petite petits peu
    peut peuvent peux phrase pièce place plein plupart plusieurs plutôt point porter poser possibilité possible pourquoi pourrait
    pourtant pouvait pouvoir premier première premièrement prend prendre prennent presque principal principalement pris probablement
    problème prochain produire produit propos proposer propre près précis précisément précédent préférer présent présenter puis
    puisque quand quant quantité quatre quel quelconque quelle quelles quelqu quelque quelquefois quelques quels question quinze
    quitte quoi quoique raison rapide rapidement rappeler rapport rare rarement recevoir regarder remarquer remplacer rencontrer
    rendre reprendre représenter reste restent rester retour retrouver reçoit rien récemment répondre réponse résultat réussir rôle
    sais sait samedi sauf savent savoir second section selon semaine semblable semble semblent sembler sens sept septembre sera
    serait serons seront servir seul seule seulement sien signifie signifier similaire simple simplement sinon situation six soi
    soient soir sois soit somme sorte sortir soudain souhaiter sous souvent soyez spécial spécifique suffire suffisamment suffit
    suit suite suivant suivante suivent suivi suivre sujet surtout tandis tant tard tel telle tellement telles tels temps tenir
    tenter terme terminer tient tirer titre toujours tour tourner toute toutefois toutes train traiter travers trente trois
    troisième trop trouve trouver type tête uniquement usage utile utilisation utilise utilisent utiliser vais varier venait venu
    vers veulent veut veux viennent vient vieux vingt vite vivre voici voient voilà voir voire vois voit vont voulait vouloir vrai
    vraie vraiment vue vécu écrit également élément énorme époque étaient étais était étant étape état étions évidemment évident
    éviter`,
  spanish: `
    abajo abril acaso aceptar acerca actual actualmente acuerdo adelante además adonde agosto ahora ahí alcanzar alguien alguna
    algunas alguno algunos algún allá allí alrededor alto amplio anterior anteriormente antes antiguo aparece aparecen aparecer
    aparte apenas aproximadamente aquel aquella aquello aquellos aquí arriba asimismo aspecto asunto así atrás aun aunque ayer ayuda
    ayudan ayudar añadir año años aún bajo base bastante bien buen buena bueno busca buscan buscar cabo cada cambiar cambio cantidad
    capaz carácter casi caso casos causa centro cerca cien ciento cierta ciertamente cierto cinco claramente claro colocar comenzar
    comienza comienzan comienzo completamente completo común concepto concreto conjunto conoce conocen conocer conseguir considerar
    consigue consiste contar contener contiene continuar continuo contrario convertir convierte correcto cosa cosas cree creen creer
    cuadro cualquier cualquiera cuanta cuanto cuantos cuatro cuenta cuentan cuestión cuya cuyo cuáles cuándo daba dan dar darse
    debajo debe debemos deben deber debería deberían debes debido decidir decir decía dedicar deja dejan dejar delante demasiado
    demás dentro depender desear después detalle detrás dice dicen dicho diciembre dieron diez diferencia diferente diferentes
    difícil digo dijo directamente directo distinto distintos diverso diversos doce domingo doy duda durante día días dónde
    efectivamente efecto ejemplo ejemplos elegir elemento ellas embargo empezar empieza empiezan encima encontrar encuentra
    encuentran enero enfrente enseguida entender entero entiende entienden entonces entrar esas escribir escrito esos especial
    especialmente específico esperar estaba estado estamos estar estas estoy estuvo etapa etcétera evidente evitar exactamente
    excepto existe existen existir explica explican explicar expresar extremo falta febrero fecha fin final finalmente fondo forma
    formar formas frase frecuencia frente fuera fueron fuese fui funcionar función fácil fácilmente general generalmente gracias
    gran grande grandes gusta gustar haber habría había habían hace hacen hacer haces hacia haciendo hago han hasta haya hecho hemos
    hizo hora horas hoy hubiera hubo idea ideas igual igualmente importancia importante importar imposible incluir incluso incluye
    incluyen indicar inicial inicio inmediatamente intentar interesante interior ir jamás jueves julio junio junto juntos lado largo
    lejos lento ligero lista llamado llamar llega llegar llegó llenar lleno lleva llevan llevar logra lograr luego lugar lugares
    lunes línea mal malo manera maneras mantener martes marzo mayo mayor mayoría mañana media mediante medida medio mejor menor
    menos menudo mes meses meter mientras mil mira mirar mis misma mismo mismos mitad miércoles modo modos momento momentos mostrar
    motivo mover mucha muchas mucho muchos muestra muestran muestre mínimo nadie necesario necesidad necesita necesitan necesitar
    negar ninguna ninguno ningún nivel noche nombrar nombre normal normalmente nosotros nota notas noviembre nuestra nuestras
    nuestro nuestros nueva nuevas nueve nuevo nuevos nunca número objeto obstante obtener ocasión ocho octubre ocupar ocurrir ofrece
    ofrecen ofrecer olvidar original otra otras otro otros oye palabra palabras par parece parecen parecer parecido parte partes
    partir pasa pasada pasado pasan pasar paso país pedir peor pequeña pequeño perder perfecto permite permiten permitir pesar
    piensa piensan poca pocas poco pocos podemos poder podría podrían podía poner posibilidad posible posteriormente pregunta
    preguntar presentar presente primer primera primero principal principalmente principio probablemente problema problemas produce
    producen producir profundo pronto propia propio propios proponer próximo pude pudieron pudo puede pueden puedo pues puesta
    puesto punto puntos página queda quedan quedar querer quería quien quienes quiera quiere quiero quince quizá quizás quién raro
    rato razón real realizar realmente recibir reciente recientemente recordar referencia referir regla relación repente representar
    requiere requieren resolver respecto responder respuesta resto resultado rápidamente rápido sabe sabemos saber sacar salir salvo
    sección seguir segunda segundo seguramente seguro según seis semana sencillo sentido separar servir será serán sería señalar
    sido siempre siendo siente sienten siete siglo significa significan significar sigue siguen siguiente siguientes similar simple
    simplemente sino siquiera sirve situación sola solamente solas soler solo solución somos soy suceder suele suelen suelo
    suficiente suponer supuesto sábado sé sólo tal tales tampoco tan tanta tanto tantos tarde tema temas tenemos tener tengo tenido
    tenía tercer tercera terminar texto tiempo tiempos tienen tipo tipos tocar toda todas todavía tomar total totalmente tras trata
    tratan tratar través treinta tres tuvo término unir usa usan usar uso usted ustedes usual usualmente utiliza utilizan utilizar
    va vale vamos van variar varias varios vaya veces veinte vemos venir ver verdadero vez viejo viene viernes vista visto vivir
    volver vosotros voy vuelta vuelve vuelven vuestro época última últimamente último últimos única únicamente único útil`,
  italian: `
    abbastanza abbiamo accanto accettare accordo adesso affatto aggiungere agosto aiuta aiutare aiuto alcun alcuna alcune alcuni
    allora almeno alta alto altra altre altrettanto altri altrimenti altro ambito ampio ancora andare andato anni anno anzi appare
    apparire appena appunto aprile aprire arrivare aspetto assai assolutamente attraverso attuale attualmente aver avere aveva
    avevano avrebbe avrebbero avuto basso basta bella bello ben bene bensì bisogna bisogno breve brutto buon buona buono cambiare
    capace capire capisce casi caso causa cento centro cerca cercano cercare certa certamente certo chiamare chiaro chiede chiedere
    chiunque ciascuno cinque cioè circa ciò completamente completo comprendere comune comunque concetto conosce considerare
    contenere contiene continuare corso cosa cose costruire così crede credere danno dappertutto dare dato davanti davvero decidere
    dentro detto deve devono dice dicono dietro differente differenza difficile dire diretto diventa diventano diventare diversi
    diverso dobbiamo domanda domani dopo dovere dovrebbe dovrebbero due dunque durante dà ecco effetto egli entrambi entrare entro
    epoca eppure esattamente esempi esempio esiste esistere esistono essa esse essi esso evitare faccio facendo facile facilmente
    fanno fare fatti fatto febbraio finché fine finire fino fondo forma forse forte fosse funzione fuori generale generalmente
    gennaio giorni giorno giovane giugno giusto già gran grande grandi grazie guardare idea ieri importante importanza incontrare
    indicare infatti infine inizia iniziano iniziare inizio inoltre insieme interessante interno intorno invece inverno lasciare
    lato lavorare letto linea lista livello lontano luglio lungo luogo magari maggio maggior maggiore mai male mancare maniera
    mattina meglio meno mente mentre mese mesi messo mette mettere mezzo mila mille minore minuto modi modo molta molte molti molto
    momento mostra mostrano mostrare motivo naturalmente necessario nemmeno neppure nessun nessuna nessuno niente nome normale
    nostra nostri nostro nota notare novembre nulla numero nuova nuove nuovi nuovo occorre offrire oggi ogni ognuno oltre oppure ora
    ore originale ottenere ottobre pagina paio parecchi parere parla parlano parlare parola parole parte parti particolare
    particolarmente partire passa passare passato peggio pensa pensano pensare perciò perdere perfino permette permettere permettono
    però piccola piccolo piuttosto poca poche pochi poco poi poiché porre portare posizione possibile possibilità posso possono
    posto potere potrebbe potrebbero precedente precedentemente prende prendere presentare presente preso presso presto prima primi
    primo principale principalmente probabilmente problema produce produrre propria proprio prossimo provare punti punto pure può
    qualche qualcosa qualcuno quali qualsiasi qualunque quanti quanto quasi quattro quegli quei quel quelle quelli questi questione
    qui quindi raccontare raggiungere rapidamente rapporto raro recente recentemente regola resta restare ricevere ricordare riesce
    riguardo rimane rimanere rispetto rispondere risposta risultato riuscire sanno sapere saputo sarebbe sarà scegliere scopo scorso
    scritto scrivere sebbene secondo seguono sei sembra sembrano sembrare semplice semplicemente sempre senso sentire senza sera
    serve servire servono sette settembre settimana sia siano significa significare significato simile sino situazione sola sole
    solito solo soltanto sopra soprattutto sotto specifico spesso spiega stare stata stati stato stessa stesse stessi stesso subito
    succedere successivo svolgere tale tali talvolta tanta tante tanti tanto tardi tema tempi tempo tenere termine terzo testo tiene
    tipi tipo togliere tornare totale trattare tre troppo trova trovano trovare tutta tuttavia tutte ultima ultimo unico usa usano
    usare uso utile utilizza utilizzare vanno vari varie vario vecchio vede vedere vedono veloce vengono venire venuto vera
    veramente vero verso via vicino viene visto vivere voglio vogliono volere volta volte vorrei vuole`,
  portuguese: `
    abaixo acabar aceitar acerca acima acordo acredita agora ainda ajuda ajudar alcançar algo algum alguma algumas alguns alguém ali
    altura além amanhã ambos amplo andar ano anos anterior anteriormente antes antigo aparece aparecer apenas apesar após aquela
    aquele aqui aquilo aspecto assim assunto através atrás atual atualmente baixo base bastante bem boa bom busca buscam buscar cada
    capaz cara caso casos causa cedo cem central centro cerca certa certamente certo chamado chamar chegar cima cinco claramente
    claro coisa coisas coloca colocar começa começam começar começo completamente completo compreender comum conceito conhece
    conhecer conjunto consegue conseguem conseguir considerar conta contar conter continuar contra contrário contudo contém correto
    cuja cujo dado dados dar daí debaixo decidir deixar demais dentre dentro depender depois desde desse deste deu devagar deve
    devem dever deveria deveriam devido dez dia diante dias diferente diferentes diferença difícil direito diretamente direto disse
    disso disto diversos diz dizem dizer dois duas durante dão efeito elemento embora encontra encontram encontrar enfim enquanto
    entanto entende entender entrar então errado escolher escrever escrito esses estado estamos estar estava estavam estes estou
    etapa eventualmente evitar exatamente exemplo exemplos existe existem existir explica explicar facilmente fala falam falar falta
    fato faz fazem fazer faço fez fica ficam ficar fim final finalmente fizeram fora forma formas forte fosse frase frente funcionar
    função fácil geral geralmente gostar grande grandes havia hoje hora horas houve ideia ideias igual importante importância
    impossível incluir inclusive indicar inteiro interessante início ir jamais jeito julho junho junto lado levar lido logo longe
    longo lugar maior maioria mal maneira medida meio melhor menor menos meses mesma mesmos mil minuto modo momento mostra mostram
    mostrar motivo mover mudança mudar muita muitas muitos mundo mês nada necessidade necessário nem nenhum nenhuma nessa nesse
    nesta neste ninguém noite nome normal normalmente nossa nosso nota notas nova novamente novas nove novo novos nunca nível número
    obter ocorrer oferecer oito onde ontem outra outras outro outros palavra palavras par parar parece parecem parecer parte partes
    partir passa passado passar passo pede pedir pegar pelas pelos pensa pensam pensar pequena pequeno perder pergunta perguntar
    permanece permite permitem permitir perto pior pode podem poder poderia poderiam pois ponto pontos porquanto porque porquê porém
    possibilidade possui possível pouca poucas pouco poucos precisa precisam precisar presente primeira primeiramente primeiro
    principal principalmente problema problemas procurar produz produzir profundo própria próprio próximo página pôde pôr põe quais
    quaisquer qualquer quanto quantos quase quatro quer querem querer quero questão quinze rapidamente raro razão real realizar
    realmente receber recente recentemente referência relação respeito responder resposta resto resultado rápido sabe sabem saber
    sair segue seguem seguinte seguintes seguir segunda segundo seguro seis seja sejam semana sempre sendo sentido seria serve
    servem servir será sete significa significado significar sim similar simples simplesmente situação sob sobre sobretudo somente
    somos sou suas suficiente tais tal talvez tanta tanto tarde tema temos tempo tempos tendo tenho ter terceiro terminar termo teve
    texto tinha tipo tipos tirar tive toda todas todavia todo todos toma tomar torna tornam tornar total totalmente trabalhar tratar
    trinta três tudo tão usa usam usar uso usual utiliza utilizar vai vamos varia veem veio velho vem ver verdadeiro vez vezes vinte
    vir vista viu viver volta voltar várias vários vão vê vêm época última último única único útil`,
  dutch: `
    achter afgelopen afhankelijk alleen allemaal allerlei altijd ander andere anderen anders antwoord april augustus avond bedoeld
    bedoelen begin beginnen begint begon begrijpen behalve beide bekend bekijken belangrijk belangrijke beneden bepaald bepaalde
    best bestaan bestaat beste betekende betekenen betekent beter bezig bieden bijna bijvoorbeeld binnen bleef bleven blijft blijkt
    blijven boven breed brengen buiten compleet daar daarbij daardoor daarin daarmee daarna daarnaast daarom daarop daarvan daarvoor
    dacht dag dagen deden deed deel delen denken denkt derde dergelijk dergelijke dicht dichtbij dienen ding dingen direct doel doen
    doet drie duidelijk duizend duren echt echter eens eenvoudig eerder eerst eerste eigen eigenlijk einde eindelijk elk elkaar elke
    enige enkel enkele enorm erg ergens ervan ervoor even eventueel februari feit fout gaan gaat gaf gang gaven gebeuren gebleken
    gebracht gebruik gebruiken gebruikt gedaan gedurende geeft geen gegaan gegeven geheel gehele gek gekomen geldt geleden gelijk
    geloof gemaakt gemakkelijk genoeg genoemd genomen gesteld geval gevallen geven gevoel gevonden gewoon geworden gezegd gezien
    ging gingen goed goede graag groot grote haast hadden halen half hebt heet hele helemaal helft helpen helpt herinneren hetzelfde
    hierbij hierdoor hierin hiermee hierna hoeveel hoeveelheid hoewel hoofd hoog horen houden idee ideeën ieder iedere iedereen
    iemand inderdaad inhoud inmiddels interessant jaar januari jaren jong juist juli juni kant keer kennen keuze kiezen kijken klaar
    klein kleine komen komt kon konden kort krijgen kunnen kunt kwam kwamen laag laat laatste lang lange langs langzaam laten leggen
    leren liever liggen lijken lijkt lijst links los maakt maakte maakten maand maanden maart maken makkelijk manier manieren mede
    meerdere meest meestal mei merken midden minder minst minuut misschien mocht moeilijk moest moesten moeten mogelijk mogelijkheid
    mogen moment morgen naam naast nadat nam namelijk natuurlijk nee neemt neer nemen nergens net niemand nieuw nieuwe nodig noemen
    noemt nooit normaal notitie november nummer ofwel ogenblik oktober omgaan omhoog onderdeel onderwerp ongeveer onlangs ontstaan
    ontstaat onze ooit oorspronkelijk opeens open openen opnieuw opzicht oud oude overal overeen overigens paar pagina pas passen
    per periode plaats plaatsen plek plotseling praten precies proberen probleem problemen punt punten raken recent rechts reden
    relatief resultaat rond ruim samen schijnen schrijven september simpel sinds slecht slechts snel sommige soms soort soorten
    spreken staan staat stap steeds stellen sterk stuk tal tamelijk tekst telkens tenminste tenslotte terug terwijl tevens thuis
    tien tijd tijden tijdens tonen toont totaal totdat trekken trouwens tussen twaalf twee tweede type uiteindelijk uiteraard
    uitleggen vaak vallen vanaf vandaag vanuit vanwege vast vele veranderen verder vergelijken verkeerd verschijnt verschil
    verschillend verschillende vertellen vervolgens verwachten via vier vijf vind vinden voldoende volgen volgende volgens volgt
    volledig vond vonden vooraf vooral voorbeeld voorbeelden voorbij voordat voordeel voornamelijk vorig vorige vorm vormen vraag
    vragen vrij vroeg vroeger waar waarbij waardoor waarin waarmee waarom waarop waarschijnlijk waarvan waarvoor wanneer week weer
    weet weg weinig weken welk welke wellicht werden werkelijk werken weten wijze willen wist woord woorden zaak zag zagen zaken
    zeer zeggen zegt zei zeker zelden zelfde zelfs zes zetten zeven zien ziet zin zinnen zitten zoals zodat zodra zoeken zonder zou
    zouden zowel zulke zullen`,
  swedish: `
    aldrig allt alltid alltså andra annan annars annat antal använda april arbeta augusti bakom bara behöva behöver beskriva besluta
    bestå betyda betyder bland blivit bra bredvid bruka båda både börja början dag dagar dagen del dela delar delvis dessa dessutom
    direkt dock dra dröja därefter därför därifrån därmed därpå egen egentligen eget egna emellan emot enda endast enkel enkelt
    enligt ens ensam eventuellt exakt exempel exempelvis faktiskt fall fanns fast fel fem femte finna finns fjärde fler flera flesta
    form fortfarande fram framför framåt fri fråga frågor full fungera fyra få får fått följa följande före förklara förra först
    första förstå försöka ganska ge genast genom ger gick gjorde gjort god goda grund gälla gäller gå gång gånger går gått gör göra
    haft hand hela heller hellre helt hem hitta hjälp hjälpa hos hundra huvud hälften hända hänga hålla håller hög höra ibland idag
    idé ifall ifrån igen igenom igår imorgon inga inget innan innebära innehåll innehålla inre intressant istället januari juli juni
    just kallas kanske klar klart knappast kom komma kommer koppla kort kring kunna kunnat känd känna känns ligga ligger lika liksom
    lista lite liten litet lägga lämna länge längre lätt lång långt låta maj majoritet mars medan mena menar mer mera mest mindre
    minst minut mitt mode morgon märka månad många måste möjlig möjligen möjligt namn naturligtvis ned nej ner nio nog nummer
    nuvarande ny nya nytt nytta nämligen nämna nära närmast nästa nästan nödvändig oavsett oberoende också ofta oktober olik olika
    omkring ord orsak ovan par passa period plats plötsligt precis problem punkt rad redan relativt resultat riktig riktigt ringa
    räcka rätt sade sak saker sammanhang samt samtidigt sant se senare senast september ser sida sidan sidor siffra sist sista sitt
    sju själv själva skillnad skrev skriva skull slut sluta slutligen små snabb snabbt snart somliga sort speciellt stor stora stort
    stund ställa stå står större största svar svara svår säga säger säker säkert särskilt sätt sätta sådan sådana således söka ta
    tack tal tala tar tid tiden tidig tidigare tillbaka tillräckligt tills tillsammans tio titta tjugo tolv total tre tredje tro
    tror trots två tycka typ tyvärr undvika ungefär uppe utan utanför ute vanlig vanligen vanligt vanligtvis varandra varför varje
    vart vecka veckor verka verkar verkligen vet veta viktig viktigt vilja vilka vilket vill visa visar viss vissa visserligen väg
    väl väldigt välja vända äga än ända ändra ändå ännu även åka år åren åt återigen åtminstone åtta öka öppen öppna överallt`,
  norwegian: `
    akkurat aldri allerede alltid altså andre annen annet antall april arbeide august bak bedre begge begynne begynnelse behøve
    beskrive bestemt bety betyr blant blitt bra bruke brukes burde både dag dagen dager del deler delvis derfor dermed dessuten
    dessverre direkte drive egen egentlig eget egne eksempel eksempler ellers enda endelig endre eneste enhver enkel enkelt ennå
    enten faktisk fall fant fast feil fem ferdig finne finnes fire flere fleste forklare form forrige forskjell forskjellig
    forskjellige forstå forsøke fortelle fortsatt fram fremdeles fri fullstendig fungere følge følgende før først første gamle gang
    ganger ganske gi gikk gir gjelder gjennom gjorde gjort gjør gjøre god gode grunn gå går halv hel hele heller helst helt hende
    hjelp hjelpe holde hundre huske hver hverandre hvert hvilke hvilken hvilket hvorfor høre idag ide igjen igår imidlertid imot
    inne inneholde innen innhold inni interessant januar juli juni kalle kanskje kjenne kjent klar klart kom komme kommer kort kun
    la lage lang langt late legge lenge lengre lese lett ligge ligger like likevel liste lite liten litt mai mange mars mene mener
    mens mest mindre minst minutt morgen mulig mulighet måned måneder måte måter måtte naturligvis navn nei nemlig neste nesten
    nettopp ni nok normalt nummer ny nye nytt nyttig nær nødvendig ofte oktober omkring omtrent opprinnelig ord orden overalt par
    passe periode plass plutselig poeng problem problemer punkt rekke relativt resultat rett riktig rundt sak saker sammen samt
    samtidig sann se seks sende senere ser setning sette si side siden sider sier sikker sikkert sist siste situasjon sjelden sju
    skje skjer skrive slike slutt små snakke snart spesielt spørre spørsmål stadig sted stor store stort stund stå står større
    største svar svare svært sånn særlig søke ta takk tall tar tenke ti tid tiden tidlig tidligere tilbake tilsvarende ting tjue to
    tolv tre tredje trenge tro tror tross type typisk uansett uke uker unna unngå ute uten utenfor vanlig vanligvis vanskelig vare
    vei veldig velge vet viktig virke virkelig virker vise viser viss visse vite vært åpen åpne år årene årsak åtte øke øverst`,
  danish: `
    aldrig allerede altid altså anden andet andre antal april arbejde august bag bare bedre begge begynde begyndelse behøve beskrive
    bestemt betyde betyder blandt blevet bort bruge bruges burde både dag dage dagen del dele delvis derefter derfor dermed desuden
    desværre direkte egen egentlig eget egne eksempel eksempler ellers endelig endnu eneste enhver enkel enkelt enten faktisk fald
    fandt fast fejl fem finde findes fire flere fleste forklare form forrige forskel forskellig forskellige forstå forsøge fortsat
    fortælle frem fremad fri fuldstændig fungere færdig følge følgende før først første gamle gang gange ganske gennem gik give
    giver gjorde gjort god gode grund gå går gælde gælder gør gøre halv hel hele heller helst helt hjælp hjælpe holde hundrede huske
    hver hverandre hvert hvilke hvilken hvilket hvorfor høre ide idé igen imidlertid imod inde indeholde inden indhold indtil
    interessant januar juli juni kalde kaldes kende kendt klar klart kom komme kommer kort kun lade lang langt lave let lidt lige
    ligesom ligge ligger lille liste lægge længe længere maj marts mene mener mens mere mest mindre mindst minut morgen mulig
    mulighed må måde måder måned måneder måske måtte naturligvis navn nej nemlig nemt netop ni nok normalt nummer ny nye nyt nyttig
    nær næste næsten nødvendig ofte oktober omkring omtrent oprindelig ord orden otte overalt par passe periode plads pludselig
    problem problemer punkt relativt resultat ret rigtig rigtigt rundt række sag sager sammen samt samtidig sand se seks sende
    senere ser side siden sider sidst sidste sige siger sikker sikkert situation sjældent ske sker skrive slags slet slut små snakke
    snart spørge spørgsmål stadig sted stor store stort stund stå står større største svar svare svært syv så sådanne særlig særligt
    sætning sætte søge tage tak tal tale ti tid tiden tidlig tidligere tilbage tilsvarende ting to tolv tre tredje tro trods tror
    type typisk tyve tænke uanset ude uden udenfor uge uger undgå vanskelig ved vej vide vigtig vigtigt virke virkelig virker vis
    vise viser visse vælge åben åbne år årene årsag øge øverst`,
  russian: `
    август автор апрель более большая больше большой брать будто бывает быстро важно важный ваш вверх вдруг ведь везде весь весьма
    вещи вещь взять вид видеть видно вместе вместо вниз внимание внутри возможно возможность возникать вообще вопрос вопросы впрочем
    время вроде всегда всего вскоре вследствие встреча всякий второй выбрать выглядеть говорит говорить год года годы гораздо давать
    давно далее далеко данный дать два двадцать две декабрь делать дело день держать десять деталь дни добавить довольно долго
    должен должна должны дома другая другие другое другой думать единственный ежели задача заметка записать запись затем зачем здесь
    знать значение значит значить знаю идея идти из-за известно известный имеет именно иметь имя иначе иногда иной интересно
    интересный искать использование использовать итак июль июнь каждая каждое каждый кажется казаться какая какие какое какой
    касаться когда-то количество конец конечно конкретный короткий которая которое которые который кроме куда легко лишь лучше
    лучший май маленький мало март между менее меньше место месяц месяцы минута многие много многое могут можно момент мочь мысль
    называется называть наиболее найти наконец написать например напротив находиться начало начать начинать наш наша наше некоторые
    некоторый необходимо необходимый несколько нечто никакой никогда никто ничего ничто новая новое новый номер ноябрь нужно нужный
    обе общий обычно обычный один одна однако одни одно около октябрь опять особенно особый остаться ответ отдельный откуда
    отношение очень ощущение пара первая первый перед период плохо плохой повод подобный подход позже пока показать полностью
    получается получать получить понимать понять пора после последний последующий поставить постоянно потом потому почему почти
    поэтому правда правило правильно предложить представить прежде пример примеры принцип принять присутствовать приходить причина
    причём проблема проблемы просто простой против проходить прочее прочий прямо пусть пять работать раз разве разница разные разный
    ранний раньше редко результат решить ряд рядом сам сама само самое самый сентябрь сказать скорее следовать следует следующее
    следующий слишком слова слово случае случай случиться смотреть сначала снова собственно совершенно совсем создать сообщать
    способ сразу среди средний ссылка становится старый стать стоит столь столько сторона страница суть существовать существует счёт
    такая такие таким такое такой тема теперь тип тогда точка точно третий три трудно туда тут тысяча удобно уметь условие утро
    участвовать февраль форма хороший хорошо хотеть хотя целый цель части часто часть чаще через четыре число что-то чуть шаг шесть
    эту является являться январь ясно`,
  unspaced: `
    一些 一切 一定 一般 一起 一直 一样 一种 一次 一下 一点 一旦 一方面 一边 一部分 一句 一段 一步 一年 一天 一时 一是 二 三 四 五 六 七 八 九 十 百 千 万 两 两个 两种 三个 几个 几 多少 多个 第一 第二 第三 首先 其次
    最后 然后 之后 之前 以后 以前 以上 以下 以及 以来 以为 之间 之一 其中 其他 其它 其实 其余 此外 此时 因此 因而 于是 从而 而且 并且 并 并不 不是 不会 不能 不同 不过 不仅 不但 不要 不到 不了 不断 不再 不少 不得 不必
    不如 不论 不管 只 只是 只有 只要 只能 只会 仅 仅仅 虽然 尽管 即使 即 即可 既 既然 无论 除了 除 除非 可能 可是 可见 应 应该 应当 必须 必要 需要 需 要求 想 想要 希望 愿意 觉得 认为 知道 了解 看 看到 看见 说 说明
    说法 讲 表示 表明 提到 提出 指 指出 叫 叫做 称 称为 所谓 例如 比如 举例 例子 如 如下 如此 如同 同样 同时 相同 相关 相对 相当 类似 类 各 各种 各个 每 每个 每次 每天 每种 某 某些 某个 某种 任何 所有 全部 整个 大
    小 多 少 大量 大家 大多 大多数 大部分 大概 大约 许多 很多 较 较为 比较 更加 更多 更好 非常 十分 特别 尤其 极其 太 挺 好 坏 好的 新 旧 高 低 长 短 快 慢 早 晚 近 远 前 后 里 外 中间 左右 上面 下面 前面 后面
    里面 外面 这里 那里 这样 那样 这种 那种 这么 那么 这是 那是 这时 那时 此 该 本 本身 自身 别人 谁 哪 哪里 哪些 哪个 怎样 怎么样 为什么 为何 何 是否 有些 有的 有时 有人 有关 有效 有用 有意思 没 无 无法 没什么 存在
    成为 作为 变成 变得 改变 产生 发生 出现 形成 进行 开始 结束 完成 继续 实现 使用 利用 采用 运用 通过 根据 按照 依据 由 由于 关于 对于 至于 基于 给 使 使得 令 用 用来 用于 来 去 来说 来看 起来 出来 下来 下去 过来
    过去 上去 进去 出 入 起 开 做 作 做到 做出 得到 获得 拿 放 找 找到 问 问题 回答 答案 方式 方面 部分 内容 情况 时候 时间 时 年 月 日 天 号 今天 明天 昨天 现在 目前 当前 当 当时 当然 将来 将 曾 曾经 已 已经 正
    正在 刚 刚刚 刚才 才 便 就是 就会 却 然而 否则 或者 还是 还有 还要 甚至 甚 至少 至 最好 最大 最终 终于 总 总是 总之 通常 经常 常常 常 往往 有点 稍微 几乎 差不多 完全 绝对 确实 的确 真 真的 真正 实际 实际上 事实
    事实上 简单 复杂 容易 困难 重要 主要 基本 一个人 具体 直接 明显 清楚 清晰 东西 事情 事 事物 件 个 种 次 点 些 位 条 项 页 章 节 段 篇 句 词 字 名 名字 名称 标题 文章 意思 意味 意味着 含义 特点 原因 目的 作用
    区别 步骤 阶段 程度 范围 地方 位置 数量 包括 包含 属于 具有 拥有 带来 造成 导致 提供 加 减 让我们 我们的 自己的 他的 她的 它的 他人 的话 的人 的是 也是 都是 而是 还是说 就像 好像 似乎 像 一样的 例 参考 相关的 链接
    注意 请 谢谢 错 对应 分别 以外 以内 等等 之类 什么样 而言 与否 再次 又是 不知 不可 不一定 起到 当中 每一 另 另外 另一 另一个 另一方面 それぞれ そして しかし また または および ただ ただし だから なので なら ならば
    ところ とき 時 場合 自分 私 僕 彼 彼女 今 今日 昨日 明日 後 間 一つ 二つ 三つ 一番 例えば たとえば つまり さらに ほか 他の 同じ 違う 良い よい いい 悪い 大きい 大きな 小さい 小さな 多い 少ない 新しい 古い 高い 低い
    長い 短い 思う 思い 考える 言う いう 見る 見 行く 来る 使う 使っ 使い 作る 出る 入る 入れる 持つ 持っ 分かる わかる 知る できる できない でき なり なっ なく なかっ あり あっ いっ いく おり くる きた しまう しまっ
    しよう すれ すべて 全て とても かなり もっと まだ もう すでに いつも 時々 たくさん 少し ちょっと やっぱり やはり 実際 実は 特に 普通 大切 簡単 問題 理由 結果 最初 最後 なぜ なに どう どの どこ だれ 誰 いつ ここ そこ
    あそこ こちら そちら こう そう ああ こんな そんな あんな みたい らしい べき はず わけ つもり ながら たら たり だっ だろ でしょ でも では には にも とは とも への での からの について によって により に対して にとって
    における`,
};
